/**
 * The way into every command of package.json: `node tools/setup/boot.mjs COMMAND …`.
 * Runs on whatever Node (18 or later) the machine has, with nothing installed; then hands over to the pinned Node.
 */
import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { delimiter } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { inRoot, pinnedNode, root } from './paths.mjs';
import { ToolError } from './run.mjs';

/** @type {Readonly<Record<string, string>>} */
const commands = {
  start: 'tools/start.mjs',
  test: 'tools/check/test.mjs',
  sure: 'tools/check/sure.mjs',
  dev: 'tools/dev.mjs',
  build: 'tools/build/index.mjs',
  package: 'tools/package/index.mjs',
  bench: 'tools/bench/index.ts',
  torture: 'tools/torture/index.ts',
  soak: 'tools/soak/index.ts',
  backstory: 'tools/backstory.mjs',
  e2e: 'tools/check/e2e.mjs',
  relay: 'relay/index.ts',
};

/** @param {string} name @param {readonly string[]} rest */
async function boot(name, rest) {
  const entry = commands[name];
  if (entry === undefined)
    throw new ToolError(`Unknown command "${name}": one of ${Object.keys(commands).join(', ')}.`);
  await ensureInstalled();
  const file = inRoot(entry);
  if (realpathSync(process.execPath) === realpathSync(pinnedNode)) {
    process.argv = [process.execPath, file, ...rest];
    await import(pathToFileURL(file).href);
    return;
  }
  const path = [inRoot('node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter);
  const again = fileURLToPath(import.meta.url);
  const done = spawnSync(pinnedNode, [again, name, ...rest], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: path },
  });
  process.exitCode = done.status ?? 1;
}

const [name = '', ...rest] = process.argv.slice(2);
try {
  await boot(name, rest);
} catch (error) {
  if (!(error instanceof ToolError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
