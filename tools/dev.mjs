/** `npm run dev`: the app, reloading its window when the page changes and starting anew when the main process does. */
import { spawn } from 'node:child_process';
import esbuild from 'esbuild';
import { build as viteBuild } from 'vite';
import { build } from './build/build.mjs';
import { mainBundle } from './build/targets.mjs';
import { ensureElectron } from './setup/electron.mjs';
import { inRoot, root } from './setup/paths.mjs';
import { ensureWindowPackages, rootSwitches, withDisplay } from './setup/system.mjs';

ensureWindowPackages();
const { executable } = await ensureElectron();
await build(['renderer', 'main', 'print']);

/** @type {import('node:child_process').ChildProcess | null} */
let app = null;

/** Starts the app; when it is closed by hand, the loop ends. */
function start() {
  const [command, args] = withDisplay(executable, [...rootSwitches(), '--log-level=3', root, ...process.argv.slice(2)]);
  // A group of its own: inside a virtual display the app is a grandchild, and must end with its parent.
  const started = spawn(command, args, {
    stdio: 'inherit',
    detached: true,
    env: { ...process.env, BACKSTORY_DEV: '1' },
  });
  started.once('close', () => {
    if (app === started) process.exit(0);
  });
  app = started;
}

/** Ends the running app and resolves when it is gone. @returns {Promise<void>} */
function stop() {
  const running = app;
  app = null;
  if (running === null || running.pid === undefined || running.exitCode !== null) return Promise.resolve();
  const { pid } = running;
  return new Promise((resolve) => {
    running.once('close', () => resolve());
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGTERM');
  });
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => void stop().then(() => process.exit(0)));
}

let built = 0;
const watcher = await esbuild.context({
  ...mainBundle,
  plugins: [
    {
      name: 'restart',
      setup: ({ onEnd }) =>
        onEnd(async ({ errors }) => {
          built += 1;
          if (errors.length > 0) return;
          // The first build is the one we have just made.
          if (built > 1) process.stderr.write('The main process changed: starting anew.\n');
          await stop();
          start();
        }),
    },
  ],
});
await watcher.watch();
// The window itself watches what this writes.
await viteBuild({ configFile: inRoot('vite.config.ts'), logLevel: 'warn', build: { watch: {}, emptyOutDir: false } });
