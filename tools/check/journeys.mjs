/**
 * Runs the Playwright journeys: `npm run e2e [-- --unpackaged] [-- playwright's own arguments]`. They drive the app as packaged
 * with the test fuses; `--unpackaged` drives the built files directly, which is quicker to repeat.
 */
import { availableParallelism } from 'node:os';
import { build } from '../build/build.mjs';
import { packageFolder } from '../package/package.mjs';
import { ensureElectron } from '../setup/electron.mjs';
import { openDisplay } from '../setup/display.ts';
import { inRoot } from '../setup/paths.mjs';
import { run } from '../setup/run.mjs';
import { ensureTestPackages, hasDisplay } from '../setup/system.mjs';

/** Journeys that run at a time, each on a display of its own: apps on one display take the focus from each other. */
const atOnce = hasDisplay() ? 1 : Math.min(2, availableParallelism());

/** @param {boolean} unpackaged @returns {Promise<Record<string, string>>} what the launcher in e2e/support reads */
async function subject(unpackaged) {
  if (!unpackaged) return { BACKSTORY_E2E_EXECUTABLE: await packageFolder('test') };
  await build(['renderer', 'main', 'print']);
  return { BACKSTORY_E2E_EXECUTABLE: (await ensureElectron()).executable, BACKSTORY_E2E_UNPACKAGED: '1' };
}

/**
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export async function runJourneys(args, options = {}) {
  ensureTestPackages();
  const env = { ...process.env, ...options.env, ...(await subject(args.includes('--unpackaged'))) };
  const rest = args.filter((arg) => arg !== '--unpackaged');
  const cli = inRoot('node_modules', '@playwright', 'test', 'cli.js');
  const displays = await Promise.all(Array.from({ length: atOnce }, openDisplay));
  const names = displays.flatMap((display) => display.env['DISPLAY'] ?? []);
  // What a journey starts beside its app goes to the first.
  const [first] = names;
  const shown = first === undefined ? {} : { DISPLAY: first, BACKSTORY_E2E_DISPLAYS: names.join(',') };
  try {
    return await run(process.execPath, [cli, 'test', `--workers=${atOnce}`, ...rest], {
      ...options,
      env: { ...env, ...shown },
    });
  } finally {
    await Promise.all(displays.map((display) => display.close()));
  }
}
