import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { openNetworkTrap } from './network-trap.ts';
import { subject } from './subject.ts';
import { watchApp, type Watch } from './watch.ts';

/** How to start the app. */
export interface LaunchOptions {
  /** The folder of notebooks and settings. */
  readonly userData: string;
  /** Files named on the command line. */
  readonly files?: readonly string[];
}

/** A running app. */
export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly watch: Watch;
  /** Closes the app and gives everything that should not have happened. */
  readonly close: () => Promise<readonly string[]>;
}

/** Starts the app with its own data folder and every way to a network trapped, and waits for its window. */
export async function launch({ userData, files = [] }: LaunchOptions): Promise<RunningApp> {
  const { executable, args } = subject();
  const trap = await openNetworkTrap();
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({
    executablePath: executable,
    args: [...root, ...trap.switches, '--force-color-profile=srgb', ...args, ...files],
    env: {
      ...withoutUndefined(process.env),
      ...ownDisplay(),
      BACKSTORY_USER_DATA: userData,
      BACKSTORY_WAIT_FOR_DRIVER: '1',
    },
    // Playwright would say "light" to the page, whatever the app's theme is.
    colorScheme: null,
    timeout: 60_000,
  });
  const watch = watchApp(app);
  const page = await app.firstWindow();
  // The window is there before its page is.
  await page.waitForURL('app://backstory/');
  return {
    app,
    page,
    watch,
    async close() {
      const closed = await closeWithin(app, 30_000);
      await trap.close();
      return [
        ...(closed ? [] : ['the app did not close by itself']),
        ...watch.problems,
        ...trap.caught.map((line) => `request to the network: ${line}`),
      ];
    },
  };
}

/** The display of this worker, where each has one of its own (`tools/check/journeys.mjs`). */
function ownDisplay(): Record<string, string> {
  const displays = (process.env['BACKSTORY_E2E_DISPLAYS'] ?? '').split(',').filter((name) => name !== '');
  const name = displays[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0) % displays.length];
  return name === undefined ? {} : { DISPLAY: name };
}

/** Closes the app as its user would; ends it by force when it does not follow within so many milliseconds. */
async function closeWithin(app: ElectronApplication, patience: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => {
      app.process().kill('SIGKILL');
      resolve(false);
    }, patience);
  });
  const closed = await Promise.race([app.close().then(() => true), late]);
  clearTimeout(timer);
  return closed;
}

function withoutUndefined(env: NodeJS.ProcessEnv): Record<string, string> {
  // What is left after the filter has a value.
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined)) as Record<string, string>;
}
