import type { Bridge, Settings } from '../../shared/bridge/index.ts';
import { ok } from '../../shared/lib/result.ts';
import type { Result } from '../../shared/lib/result.ts';
import { TeamFiles } from '../captures/team/team-files.ts';
import { createCaptureStore } from '../persistence/captures.ts';
import type { CaptureStore } from '../persistence/captures.ts';
import type { DocumentStore, LoadProblem } from '../persistence/document-store.ts';
import { createDualStore } from '../persistence/dual-store.ts';
import type { RowAuthor } from '../persistence/edit-rows.ts';
import { noQuickCaptures } from '../persistence/indexeddb-captures.ts';
import { Library } from '../persistence/library.ts';
import { forgetAtTheEnd } from '../session/local-memory.ts';
import { SharedNotebooks } from '../sync/index.ts';
import { Screens } from './screens.ts';

/** What the window works with, made once at its start. */
export interface AppServices {
  readonly bridge: Bridge;
  readonly store: DocumentStore;
  readonly captures: CaptureStore;
  readonly library: Library;
  readonly screens: Screens;
  readonly shared: SharedNotebooks;
  /** Whether the library is encrypted: then the window keeps nothing of it. */
  readonly encrypted: boolean;
  /** Makes the sample notebook; gives its id, or a sentence why there is none. */
  makeSample(): Promise<Result<string, { readonly message: string }>>;
}

export interface Started {
  readonly services: AppServices;
  readonly settings: Settings;
}

/**
 * Opens what the window needs: the settings and the list of notebooks. Fails where that list cannot be read.
 * @param encrypted whether the library is, and was unlocked
 */
export async function startServices(bridge: Bridge, encrypted: boolean): Promise<Result<Started, LoadProblem>> {
  if (encrypted) forgetAtTheEnd();
  let author: RowAuthor = { name: '', id: null };
  let room = 'enough';
  bridge.on('journal.space', ({ free }) => (room = free));
  const resting = (): boolean => room === 'very-low';
  const store = createDualStore({ journal: bridge.journal, copies: !encrypted, author: () => author, resting });
  window.addEventListener('beforeunload', (event) => {
    // A notebook that was left while neither store took its last edits: main asks whether to close all the same.
    if (store.isClosing()) event.preventDefault();
  });
  const shared = new SharedNotebooks(bridge);
  const known = shared.refresh();
  const captures = createCaptureStore({
    bridge,
    resting,
    // While the keys are locked the list names it all the same; without a list it may be shared.
    isShared: async (notebook) => {
      await known;
      return !shared.isKnown() || shared.of(notebook) !== null;
    },
    team: new TeamFiles(bridge, shared),
    ...(encrypted ? { quick: noQuickCaptures } : {}),
  });
  const [settings, library] = await Promise.all([bridge.settings.get(), Library.open(store)]);
  if (!library.ok) return library;
  const know = ({ authorName, authorId }: Settings): void => void (author = { name: authorName ?? '', id: authorId });
  know(settings);
  bridge.on('settings.changed', know);
  const session = { store, author: () => author.name, journal: bridge.journal };
  // The model comes with the first notebook, not with the list of them.
  const screens = new Screens({
    open: async (id) => (await import('./open-notebook.ts')).openNotebook(id, session, { captures, shared }),
    remember: (lastNotebookId) => void bridge.settings.set({ lastNotebookId }),
  });
  const makeSample = async () => (await import('./make-sample.ts')).makeSample(library.value, session);
  return ok({
    services: { bridge, store, captures, library: library.value, screens, shared, encrypted, makeSample },
    settings,
  });
}
