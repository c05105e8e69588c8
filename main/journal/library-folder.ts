import { app } from 'electron';
import { join } from 'node:path';
import type { SettingsStore } from '../settings/store.ts';
import { hook } from '../testing-hooks.ts';

/** Where the notebooks' folders are: where the user put them, or in a folder of the app's name among the documents. */
export function libraryFolder(store: SettingsStore): string {
  const chosen = store.get().libraryFolder;
  if (chosen !== null) return chosen;
  // A test keeps everything of its own in one folder.
  if (hook('BACKSTORY_USER_DATA') !== undefined) return join(app.getPath('userData'), 'Library');
  return join(app.getPath('documents'), 'Backstory');
}
