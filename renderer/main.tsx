import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { App } from './app/App.tsx';
import { StartFailure } from './app/StartFailure.tsx';
import { startServices } from './app/services.ts';
import { applyTheme } from './app/theme.ts';
import { bridge } from './bridge/index.ts';
import { databaseNames } from './persistence/database.ts';
import { toasts } from './ui/index.ts';
import './ui/base.css';

/** Starts the window: what keeps it from an encrypted library, or services, then the notebook that was open last, then the first picture. */
async function start(): Promise<void> {
  // What the system says is right in nearly every case, and known before the settings are.
  applyTheme('system');
  const element = document.getElementById('root');
  if (element === null) throw new Error('index.html has no #root element');
  await enter(createRoot(element), false);
}

/** @param anyway goes on though some notebooks are not encrypted as the library is */
async function enter(root: Root, anyway: boolean): Promise<void> {
  const found = await bridge.encryption.state();
  if (found.kind !== 'plain' && found.kind !== 'open' && !(anyway && found.kind === 'unfinished')) {
    // Only who has encrypted a library ever sees it.
    const { Gate } = await import('./app/encryption/Gate.tsx');
    root.render(<Gate key={found.kind} bridge={bridge} state={found} onChange={(next) => void enter(root, next)} />);
    return;
  }
  const left = found.kind === 'open' ? await emptied() : [];
  const started = await startServices(bridge, found.kind !== 'plain');
  if (!started.ok) {
    root.render(<StartFailure problem={started.error} />);
    return;
  }
  if (left.length > 0)
    toasts.show({ message: `This window’s own storage still has plain text. ${left.join(' ')}`, tone: 'error' });
  const { services, settings } = started.value;
  const last = settings.lastNotebookId;
  if (last !== null && services.library.notebooks().some(({ id }) => id === last)) void services.screens.open(last);
  root.render(
    <StrictMode>
      <App {...started.value} />
    </StrictMode>,
  );
}

/** What the library was before it was encrypted, or another version of Backstory, may have left text in the window's own storage. */
async function emptied(): Promise<readonly string[]> {
  if ((await databaseNames()).length === 0) return [];
  const { emptyWindow } = await import('./app/encryption/bring-to-folder.ts');
  return await emptyWindow(bridge);
}

void start();
