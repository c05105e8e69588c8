/** Packages the app with electron-builder. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../build/build.mjs';
import { look } from '../build/inputs.mjs';
import { ensureElectron } from '../setup/electron.mjs';
import { inRoot } from '../setup/paths.mjs';
import { capture, run, ToolError } from '../setup/run.mjs';

/** Where the unpacked app lands inside an output folder, on this machine. */
function unpackedFolder() {
  if (process.platform === 'darwin') return process.arch === 'arm64' ? 'mac-arm64' : 'mac';
  return process.platform === 'win32' ? 'win-unpacked' : 'linux-unpacked';
}

/** The executable inside the unpacked app. */
function executableName() {
  if (process.platform === 'darwin') return join('Backstory.app', 'Contents', 'MacOS', 'Backstory');
  return process.platform === 'win32' ? 'Backstory.exe' : 'backstory';
}

/**
 * An unpacked app and the folder it is made in. `test` differs from `release` in one fuse: Node's inspector, which the
 * journeys drive the app through, is on.
 * @param {'release' | 'test'} kind
 */
export function unpackedApp(kind) {
  const output = join('release', kind);
  const folder = inRoot(output, unpackedFolder());
  return { output, folder, executable: join(folder, executableName()) };
}

/** The builder's options for the runtime of this machine. */
async function runtimeOptions() {
  const electron = await ensureElectron({ quiet: true });
  return [`-c.electronDist=${electron.dist}`, `-c.electronVersion=${electron.version}`];
}

/**
 * Makes the unpacked app of a kind, unless it is there and current. Resolves with its executable.
 * @param {'release' | 'test'} kind
 */
export async function packageFolder(kind) {
  await build(['renderer', 'main', 'print']);
  const { output, executable } = unpackedApp(kind);
  const options = await runtimeOptions();
  const inputs = ['dist/main', 'dist/renderer', 'dist/print', 'electron-builder.yml', 'package.json', 'tools/package'];
  const state = look(`package-${kind}`, inputs, [output]);
  if (!state.stale) return executable;
  rmSync(inRoot(output), { recursive: true, force: true });
  const fuse = kind === 'test' ? ['-c.electronFuses.enableNodeCliInspectArguments=true'] : [];
  const done = builder(['--dir', `-c.directories.output=${output}`, ...options, ...fuse]);
  if (!done.ok) throw new ToolError(`electron-builder failed:\n${done.stdout}\n${done.stderr}`);
  state.built();
  return executable;
}

const cli = inRoot('node_modules', 'electron-builder', 'cli.js');
const env = { ...process.env, CSC_IDENTITY_AUTO_DISCOVERY: process.env['CSC_IDENTITY_AUTO_DISCOVERY'] ?? 'false' };

/** @param {readonly string[]} args */
const builder = (args) => capture(process.execPath, [cli, '--publish', 'never', ...args], { env });

/** Builds installers, or with `--dir` the unpacked app, showing the builder's own words. @param {readonly string[]} args */
export async function packageInstallers(args) {
  await build(['renderer', 'main', 'print']);
  const options = args.includes('--dir') ? await runtimeOptions() : [];
  return run(process.execPath, [cli, '--publish', 'never', ...options, ...args], { env });
}
