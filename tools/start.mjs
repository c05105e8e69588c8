/** `npm start [-- FILE]`: sees to the runtime, builds what changed, opens the app. */
import { build } from './build/build.mjs';
import { ensureElectron } from './setup/electron.mjs';
import { root } from './setup/paths.mjs';
import { run } from './setup/run.mjs';
import { ensureWindowPackages, rootSwitches, withDisplay } from './setup/system.mjs';

ensureWindowPackages();
const [electron] = await Promise.all([ensureElectron(), build(['renderer', 'main', 'print'])]);
// Chromium's own log would bury ours: on a bare machine it complains at length about buses and graphics cards.
const switches = [...rootSwitches(), '--log-level=3'];
const [command, args] = withDisplay(electron.executable, [...switches, root, ...process.argv.slice(2)], {
  announce: true,
});
process.exitCode = await run(command, args);
