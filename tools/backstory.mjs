/** `npm run --silent backstory -- …`: the command line, built if need be. Nothing but its own output goes to stdout. */
import { pathToFileURL } from 'node:url';
import { build } from './build/build.mjs';
import { ensureElectron } from './setup/electron.mjs';
import { inRoot } from './setup/paths.mjs';
import { ensureWindowPackages, rootSwitches, withDisplay } from './setup/system.mjs';

const prints = process.argv[2] === 'brief';
await build(prints ? ['cli', 'main', 'print'] : ['cli'], { quiet: true });
if (prints) {
  ensureWindowPackages();
  const { executable } = await ensureElectron({ quiet: true });
  const printer = withDisplay(executable, [...rootSwitches(), inRoot('dist', 'main', 'print.cjs')]);
  process.env['BACKSTORY_PRINTER'] = JSON.stringify(printer.flat());
}
// npm moves to the project's folder; files are named from where the user stands.
process.chdir(process.env['INIT_CWD'] ?? process.cwd());
await import(pathToFileURL(inRoot('dist', 'cli', 'index.mjs')).href);
