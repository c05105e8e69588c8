import { useEffect, useMemo, useState } from 'react';
import { NewDraftFromMarkdown } from '../drafts/index.ts';
import { ExportStoryFlow } from '../exports/index.ts';
import { NotebookHistoryContext } from '../history/index.ts';
import { NotebookSearchContext } from '../search/index.ts';
import { notices } from '../persistence/problems.ts';
import { EvidenceFlow } from '../sections/evidence/index.ts';
import { OpenNotebookContext, useStory } from '../session/session-context.ts';
import { NotebookSharing } from '../sharing/index.ts';
import { PresenceProvider, RoomContext, ViewOnly } from '../sync/index.ts';
import { toasts } from '../ui/index.ts';
import { PaletteHost } from './palette/PaletteHost.tsx';
import { useFindEntries } from './palette/use-find-entries.ts';
import type { OpenScreen } from './screens.ts';
import { useServices } from './services-context.ts';
import { Shell } from './shell/Shell.tsx';
import { usePerson } from './use-person.ts';

/** An open notebook. Loaded apart from the list of notebooks, which must be there at once. */
export function NotebookWindow({ screen }: { readonly screen: OpenScreen }) {
  const { view } = screen;
  const { session, search, history, room } = screen.notebook;
  const { bridge, library } = useServices();
  const person = usePerson();
  const open = useMemo(() => ({ session, view }), [session, view]);
  // Before it is followed, which notes that it was opened.
  const [isFirst] = useState(() => library.notebooks().find(({ id }) => id === session.id)?.openedAt === null);
  useEffect(() => library.follow(session.id, session.reader), [library, session]);
  useEffect(() => {
    const onUnload = (event: BeforeUnloadEvent): void => {
      // The main process asks whether to close all the same.
      if (session.saveState().kind === 'saved') return;
      event.preventDefault();
      void session.flush();
    };
    window.addEventListener('beforeunload', onUnload);
    return () => window.removeEventListener('beforeunload', onUnload);
  }, [session]);
  useEffect(() => {
    // Who turns to something else may switch off next: what waits for company is stored and sent now.
    const flush = (): void => {
      void session.flush();
      void room.flush();
    };
    window.addEventListener('blur', flush);
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('blur', flush);
      window.removeEventListener('pagehide', flush);
    };
  }, [session, room]);
  useEffect(() => {
    const tell = (): void => {
      // One that was never opened on this computer has no copy in the window to be lost.
      for (const notice of session.notices()) if (!isFirst || notice !== notices.copyMade) tellOnce(notice);
    };
    tell();
    return session.onSaveState(tell);
  }, [session, isFirst]);
  return (
    <OpenNotebookContext value={open}>
      <NotebookSearchContext value={search}>
        <NotebookHistoryContext value={history}>
          <RoomContext value={room}>
            <PresenceProvider>
              <ViewOnly>
                <WindowTitle />
                <NewNotebookStart isNew={screen.isNew} />
                <EvidenceFlow>
                  <Shell />
                </EvidenceFlow>
                <ExportStoryFlow key={session.id} bridge={bridge} />
                <NewDraftFromMarkdown />
                <NotebookSharing bridge={bridge} notebook={session.id} person={person} />
                <NotebookPalette />
              </ViewOnly>
            </PresenceProvider>
          </RoomContext>
        </NotebookHistoryContext>
      </NotebookSearchContext>
    </OpenNotebookContext>
  );
}

const told = new Set<string>();

/** Shows what one should know about a store, until it is closed; the same words only once while the window lives. */
function tellOnce(message: string): void {
  if (told.has(message)) return;
  told.add(message);
  toasts.show({ message, timeout: null });
}

/** Names the system's window after the notebook. */
function WindowTitle() {
  const { bridge } = useServices();
  const { title } = useStory().fields;
  useEffect(() => {
    const words = title === '' ? 'Backstory' : `${title} – Backstory`;
    void bridge.window.setTitle({ title: words.slice(0, 500) });
    document.title = words;
  }, [bridge, title]);
  useEffect(
    () => () => {
      void bridge.window.setTitle({ title: 'Backstory' });
      document.title = 'Backstory';
    },
    [bridge],
  );
  return null;
}

/** A new notebook waits for its title: the field is opened as soon as the Story view shows it. */
function NewNotebookStart({ isNew }: { readonly isNew: boolean }) {
  useEffect(() => {
    if (!isNew) return;
    const open = (): boolean => {
      const title = document.querySelector<HTMLElement>('main h1 button');
      title?.click();
      return title !== null;
    };
    if (open()) return;
    const watcher = new MutationObserver(() => {
      if (open()) watcher.disconnect();
    });
    watcher.observe(document.body, { childList: true, subtree: true });
    return () => watcher.disconnect();
  }, [isNew]);
  return null;
}

function NotebookPalette() {
  return <PaletteHost findEntries={useFindEntries()} />;
}
