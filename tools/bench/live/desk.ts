import { _electron } from '@playwright/test';
import type { ElectronApplication } from '@playwright/test';
import { build as bundle } from 'esbuild';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../../build/build.mjs';
import { nodeBundle } from '../../build/targets.mjs';
import { ensureElectron } from '../../setup/electron.mjs';
import { root } from '../../setup/paths.mjs';
import { rootSwitches } from '../../setup/system.mjs';
import { openDisplay } from '../../setup/display.ts';

type Runtime = Awaited<ReturnType<typeof ensureElectron>>;

/** A page that never changes. */
export const barePage = fileURLToPath(new URL('../bare/page.html', import.meta.url));
const bareFolder = fileURLToPath(new URL('../bare/', import.meta.url));

/** A command that starts a window, ready for `spawn`. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** A place to run windows in: the built app, bare windows of the same runtime, and a folder that goes in the end. */
export interface Desk {
  readonly folder: string;
  /** The built app with its data in a folder of that name. */
  app(data: string, env?: Readonly<Record<string, string>>): Command;
  /** A window program of `tools/bench/bare`, by its file's name without extension. */
  bare(name: string, env?: Readonly<Record<string, string>>): Promise<Command>;
}

interface DeskOptions {
  /** A copy of the runtime, so that no other Electron on the machine has a share in its files' pages in memory. */
  readonly ownRuntime?: boolean;
}

/** Builds what is stale, opens a display if there is none, does the work, and leaves nothing behind. */
export async function atDesk<T>(
  work: (desk: Desk) => Promise<T>,
  { ownRuntime = false }: DeskOptions = {},
): Promise<T> {
  const [runtime] = await Promise.all([ensureElectron({ quiet: true }), build(['renderer', 'main', 'print'])]);
  const display = await openDisplay();
  const folder = await mkdtemp(join(tmpdir(), 'backstory-bench-'));
  const env = { ...inherited(), ...display.env };
  const executable = ownRuntime ? await copyRuntime(runtime, folder) : runtime.executable;
  const command = (target: string, more: Readonly<Record<string, string>>): Command => ({
    file: executable,
    args: [...rootSwitches(), '--log-level=3', target],
    env: { ...env, ...more },
  });
  try {
    return await work({
      folder,
      app: (data, more = {}) => command(root, { BACKSTORY_USER_DATA: join(folder, data), ...more }),
      bare: async (name, more = {}) => {
        const outfile = join(folder, `${name}.cjs`);
        await bundle({ ...nodeBundle, entryPoints: [join(bareFolder, `${name}.ts`)], format: 'cjs', outfile });
        return command(outfile, { BENCH_USER_DATA: join(folder, `bare-${name}`), BENCH_PAGE: barePage, ...more });
      },
    });
  } finally {
    await display.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Starts a command with a driver attached, does the work with its window, and closes it. */
export async function driven<T>(command: Command, work: (app: ElectronApplication) => Promise<T>): Promise<T> {
  const app = await _electron.launch({
    executablePath: command.file,
    args: [...command.args],
    env: { ...command.env, BACKSTORY_WAIT_FOR_DRIVER: '1' },
    colorScheme: null,
  });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

/** Copies a runtime into a folder and gives the copy's executable. */
async function copyRuntime({ dist, executable }: Runtime, folder: string): Promise<string> {
  const copy = join(folder, 'runtime');
  await cp(dist, copy, { recursive: true, verbatimSymlinks: true });
  return join(copy, relative(dist, executable));
}

/** This process's environment, without what would make Electron a plain Node. */
function inherited(): Record<string, string> {
  const known = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined || name === 'ELECTRON_RUN_AS_NODE' ? [] : [[name, value] as const],
  );
  return Object.fromEntries(known);
}
