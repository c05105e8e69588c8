import { existsSync, readFileSync } from 'node:fs';
import { inRoot, pinnedNode } from './paths.mjs';
import { npmCommand, run, ToolError } from './run.mjs';

/** @typedef {{ version?: string, optional?: boolean, link?: boolean }} LockedPackage */
/** @typedef {{ packages?: Record<string, LockedPackage> }} LockFile */

/** @param {string} path @returns {LockFile | null} */
function readLock(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

/**
 * Whether an installed tree holds what the lock file asks for. npm writes what it installed beside the packages;
 * optional ones may be absent, because they are for other machines.
 * @param {LockFile | null} wanted
 * @param {LockFile | null} installed
 */
export function isFresh(wanted, installed) {
  if (wanted?.packages === undefined || installed?.packages === undefined) return false;
  for (const [path, asked] of Object.entries(wanted.packages)) {
    if (path === '') continue;
    const found = installed.packages[path];
    if (found === undefined ? asked.optional !== true : found.version !== asked.version) return false;
  }
  return true;
}

/** Installs the packages if they are missing or not those of the lock file. Returns whether it did. */
export async function ensureInstalled() {
  const fresh = isFresh(readLock(inRoot('package-lock.json')), readLock(inRoot('node_modules', '.package-lock.json')));
  if (fresh && existsSync(pinnedNode)) return false;
  process.stderr.write('Installing packages (npm ci) …\n');
  const [command, args] = npmCommand(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  // npm's own report goes to stderr, so that commands with a machine-readable stdout stay clean.
  const code = await run(command, args, { stdio: ['ignore', process.stderr, process.stderr] });
  if (code !== 0) throw new ToolError('npm ci failed; what npm printed above says why.');
  return true;
}
