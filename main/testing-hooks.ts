import { app } from 'electron';
import { url as inspectorUrl } from 'node:inspector';

/**
 * Whether tests may steer this process through its environment: only when it runs unpackaged, or under Node's inspector. A
 * release cannot be inspected (its fuse is off), so there the answer is always no.
 */
function steerable(): boolean {
  return !app.isPackaged || inspectorUrl() !== undefined;
}

type Hook = 'BACKSTORY_USER_DATA' | 'BACKSTORY_OPEN' | 'BACKSTORY_SAVE_TO' | 'BACKSTORY_CONFIRM' | 'BACKSTORY_DEV';

/**
 * What a test (or the developer's loop) set: a folder for user data, the answers of the open dialog, the save dialog and a
 * confirmation (`yes` or `no`), or reloading on change. An empty answer of a dialog means that it was cancelled.
 */
export function hook(name: Hook): string | undefined {
  return steerable() ? process.env[name] : undefined;
}
