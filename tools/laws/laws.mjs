/**
 * Proves that the import rules still bite: a small tree of the same shape, with one violation planted per rule, must be caught
 * file by file, by the tool and the rule that its first line names. Rules fall silent unnoticed (a package that gets
 * installed changes how its imports resolve; one stray import brings a platform's types along), hence this.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { inRoot } from '../setup/paths.mjs';
import { capture } from '../setup/run.mjs';

/** @typedef {{ file: string, tool: string, rule: string }} Plant */

const planted = inRoot('tools', 'laws', 'planted');
const copy = inRoot('.cache', 'laws');
const rooms = ['shared', 'main', 'renderer'];

/** @param {string} folder @returns {string[]} */
const filesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)],
  );

/** @returns {Plant[]} what is planted, and what should catch it */
function plants() {
  return filesIn(planted).flatMap((path) => {
    const found = /^\/\/ caught by: (tsc|cruiser) (\S+)/.exec(readFileSync(path, 'utf8'));
    return found ? [{ file: relative(planted, path), tool: found[1] ?? '', rule: found[2] ?? '' }] : [];
  });
}

/** Lays the tree out with the project's own configurations, as a checkout of its own. */
function layOut() {
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  cpSync(planted, copy, { recursive: true });
  for (const name of ['tsconfig.base.json', '.dependency-cruiser.cjs']) cpSync(inRoot(name), join(copy, name));
  for (const room of rooms) cpSync(inRoot(room, 'tsconfig.json'), join(copy, room, 'tsconfig.json'));
  symlinkSync(inRoot('node_modules'), join(copy, 'node_modules'), 'junction');
}

/** What the cruiser finds, as "rule file". */
function cruise() {
  const cli = inRoot('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
  const folders = readdirSync(planted);
  const { stdout, stderr } = capture(
    process.execPath,
    [cli, '--config', '.dependency-cruiser.cjs', '-T', 'json', ...folders],
    { cwd: copy },
  );
  try {
    const { summary } = JSON.parse(stdout);
    return new Set(summary.violations.map((/** @type {any} */ found) => `${found.rule.name} ${found.from}`));
  } catch {
    throw new Error(`The cruiser gave no report: ${stderr}`);
  }
}

/** What the compiler finds, as "code file". What only the cruiser catches is taken away first: it brings types along. */
function compile() {
  for (const { file, tool } of plants()) if (tool === 'cruiser') rmSync(join(copy, file));
  const cli = inRoot('node_modules', 'typescript', 'bin', 'tsc');
  const { stdout } = capture(process.execPath, [cli, '-b', ...rooms], { cwd: copy });
  return new Set(
    [...stdout.matchAll(/^(\S+?)\(\d+,\d+\): error (TS\d+)/gm)].map(([, file, code]) => `${code} ${file}`),
  );
}

/** Runs both tools over the planted tree. @returns {{ plants: number, missed: string[] }} */
export function tryLaws() {
  layOut();
  const found = { cruiser: cruise(), tsc: compile() };
  const all = plants();
  const missed = all
    .filter(({ file, tool, rule }) => !(tool === 'tsc' ? found.tsc : found.cruiser).has(`${rule} ${file}`))
    .map(({ file, tool, rule }) => `${tool} did not catch ${file} (${rule})`);
  return { plants: all.length, missed };
}
