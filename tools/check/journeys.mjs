/**
 * Runs the Playwright journeys: `npm run e2e [-- --unpackaged] [-- playwright's own arguments]`. They drive the app as packaged
 * with the test fuses; `--unpackaged` drives the built files directly, which is quicker to repeat.
 */
import { build } from '../build/build.mjs';
import { packageFolder } from '../package/package.mjs';
import { ensureElectron } from '../setup/electron.mjs';
import { inRoot } from '../setup/paths.mjs';
import { run } from '../setup/run.mjs';
import { ensureTestPackages, withDisplay } from '../setup/system.mjs';

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
  const [command, line] = withDisplay(process.execPath, [cli, 'test', ...rest]);
  return run(command, line, { ...options, env });
}
