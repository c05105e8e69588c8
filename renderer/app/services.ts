import type { Bridge, Settings } from '../../shared/bridge/index.ts';
import { ok } from '../../shared/lib/result.ts';
import type { Result } from '../../shared/lib/result.ts';
import { createCaptureStore } from '../persistence/captures.ts';
import type { CaptureStore } from '../persistence/captures.ts';
import type { DocumentStore, LoadProblem } from '../persistence/document-store.ts';
import { createIndexedDbStore } from '../persistence/indexeddb-store.ts';
import { Library } from '../persistence/library.ts';
import { Screens } from './screens.ts';

/** What the window works with, made once at its start. */
export interface AppServices {
  readonly bridge: Bridge;
  readonly store: DocumentStore;
  readonly captures: CaptureStore;
  readonly library: Library;
  readonly screens: Screens;
}

export interface Started {
  readonly services: AppServices;
  readonly settings: Settings;
}

/** Opens what the window needs: the settings and the list of notebooks. Fails where that list cannot be read. */
export async function startServices(bridge: Bridge): Promise<Result<Started, LoadProblem>> {
  const store = createIndexedDbStore();
  const captures = createCaptureStore();
  const [settings, library] = await Promise.all([bridge.settings.get(), Library.open(store)]);
  if (!library.ok) return library;
  let { authorName } = settings;
  bridge.on('settings.changed', (changed) => ({ authorName } = changed));
  const screens = new Screens({
    open: async (id) => {
      const { openNotebook } = await import('./open-notebook.ts');
      return await openNotebook(id, { store, author: () => authorName ?? '' }, captures);
    },
    remember: (lastNotebookId) => void bridge.settings.set({ lastNotebookId }),
  });
  return ok({ services: { bridge, store, captures, library: library.value, screens }, settings });
}
