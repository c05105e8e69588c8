import { app } from 'electron';
import { url as inspectorUrl } from 'node:inspector';

/**
 * Whether tests may steer this process through its environment: only when it runs unpackaged, or under Node's inspector. A
 * release cannot be inspected (its fuse is off), so there the answer is always no.
 */
function steerable(): boolean {
  return !app.isPackaged || inspectorUrl() !== undefined;
}

type Hook =
  | 'BACKSTORY_USER_DATA'
  | 'BACKSTORY_OPEN'
  | 'BACKSTORY_SAVE_TO'
  | 'BACKSTORY_CONFIRM'
  | 'BACKSTORY_FETCH_DIRECT'
  | 'BACKSTORY_DEV'
  | 'BACKSTORY_WAIT_FOR_DRIVER';

/**
 * What a test (or the developer's loop) set: a folder for user data, the answers of the open dialog, the save dialog and a
 * confirmation (`yes` or `no`), fetching past the trap for all traffic, or reloading on change. An empty answer of a dialog means that it was cancelled; where several files may
 * be chosen, they stand on lines of their own.
 */
export function hook(name: Hook): string | undefined {
  return steerable() ? process.env[name] : undefined;
}

/**
 * Resolves once Playwright is ready to see the first window, where a test asks to wait for it; at once otherwise. Playwright
 * calls this global when it has attached (its own loader, which a packaged app cannot load, defines it likewise); a window that
 * is loading its page at that very moment would be missed, and the test would hang.
 */
export function driverAttached(): Promise<void> {
  if (hook('BACKSTORY_WAIT_FOR_DRIVER') === undefined) return Promise.resolve();
  return new Promise((resolve) => {
    Object.assign(globalThis, { __playwright_run: resolve });
  });
}
