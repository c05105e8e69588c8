import { lazy, Suspense, useMemo, useState } from 'react';
import { Home } from '../home/index.ts';
import { actions } from '../session/actions.ts';
import { CapturesContext } from '../session/captures-context.ts';
import { loadJoinHost, useMissing, useShareWords } from '../sharing/index.ts';
import { SyncContext } from '../sync/index.ts';
import { Spinner, ToastRegion } from '../ui/index.ts';
import { actionIds } from './action-ids.ts';
import { AuthorProvider } from './AuthorProvider.tsx';
import styles from './App.module.css';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Imports } from './Imports.tsx';
import { DroppedNotebooks } from './library/dropped-notebooks.ts';
import { useLibraryPlace } from './library/use-library-place.ts';
import { NotOpened } from './NotOpened.tsx';
import { PaletteHost } from './palette/PaletteHost.tsx';
import type { Screen } from './screens.ts';
import type { Started } from './services.ts';
import { ServicesContext, useScreen, useServices } from './services-context.ts';
import { SettingsProvider, useSettings } from './settings.tsx';
import { SpellingProvider } from './SpellingProvider.tsx';
import { useTheme } from './theme.ts';
import { useAppActions } from './use-app-actions.tsx';
import { useGlobalKeys } from './use-global-keys.ts';
import { usePerson } from './use-person.ts';

const LibraryFlow = lazy(async () => ({ default: (await import('./library/LibraryFlow.tsx')).LibraryFlow }));
const JoinHost = lazy(async () => ({ default: await loadJoinHost() }));
const NotebookWindow = lazy(async () => ({ default: (await import('./NotebookWindow.tsx')).NotebookWindow }));

/** The whole window: home, or an open notebook, and what is there in both. */
export function App({ services, settings }: Started) {
  const { bridge, library, store, shared } = services;
  const sync = useMemo(() => ({ sync: bridge.sync, library, store, shared }), [bridge, library, store, shared]);
  return (
    <ServicesContext value={services}>
      <SettingsProvider bridge={services.bridge} initial={settings}>
        <CapturesContext value={services.captures}>
          <SyncContext value={sync}>
            <AuthorProvider>
              <SpellingProvider>
                <ErrorBoundary name="Backstory">
                  <Window />
                </ErrorBoundary>
              </SpellingProvider>
            </AuthorProvider>
          </SyncContext>
        </CapturesContext>
        <ToastRegion />
      </SettingsProvider>
    </ServicesContext>
  );
}

function Window() {
  const { bridge, screens } = useServices();
  const { settings } = useSettings();
  const screen = useScreen();
  useTheme(settings.theme);
  useGlobalKeys(bridge);
  const dialogs = useAppActions();
  const person = usePerson();
  const [dropped] = useState(() => new DroppedNotebooks());
  return (
    <>
      <ErrorBoundary
        name={screen.kind === 'home' ? 'The list of notebooks' : 'The notebook'}
        resetKey={`${screen.kind}/${screen.kind === 'home' ? '' : screen.id}`}
        {...(screen.kind === 'home' ? {} : { leave: { label: 'All notebooks', run: () => void screens.home() } })}
      >
        <Suspense fallback={<Opening />}>
          <Shown screen={screen} />
        </Suspense>
      </ErrorBoundary>
      <ErrorBoundary name="Importing">
        <Imports onNotebookFiles={dropped.add} />
        <Suspense>
          <LibraryFlow dropped={dropped} />
        </Suspense>
      </ErrorBoundary>
      <ErrorBoundary name="Joining">
        <Suspense>
          <JoinHost bridge={bridge} person={person} open={(id) => screens.open(id)} />
        </Suspense>
      </ErrorBoundary>
      {dialogs}
    </>
  );
}

function Shown({ screen }: { readonly screen: Screen }) {
  if (screen.kind === 'opening') return <Opening />;
  if (screen.kind === 'failed') return <NotOpened screen={screen} />;
  if (screen.kind === 'open') return <NotebookWindow key={screen.id} screen={screen} />;
  return (
    <>
      <HomeScreen />
      <PaletteHost />
    </>
  );
}

/** Today where the person is. Swedish writes dates as ISO 8601 does. */
function localDay(): string {
  return new Date().toLocaleDateString('sv-SE');
}

function HomeScreen() {
  const { bridge, library, screens } = useServices();
  const place = useLibraryPlace(bridge);
  const shareWords = useShareWords();
  const missing = useMissing();
  return (
    <Home
      library={library}
      place={place}
      onShowLibrary={() => actions.runSoon(actionIds.showLibrary)}
      today={localDay()}
      onOpen={(id) => void screens.open(id)}
      onNew={() => actions.runSoon(actionIds.newNotebook)}
      onOpenPage={() => actions.runSoon(actionIds.openPage)}
      onSample={() => actions.runSoon(actionIds.sample)}
      onJoin={() => actions.runSoon(actionIds.join)}
      shareWords={shareWords}
      missing={missing === null ? null : { relay: missing.relay, onFetch: () => actions.run(actionIds.fetch) }}
    />
  );
}

function Opening() {
  return (
    <main aria-label="Opening" className={styles.opening}>
      <Spinner label="Opening the notebook" />
    </main>
  );
}
