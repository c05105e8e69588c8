import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { App } from './app/App.tsx';
import { StartFailure } from './app/StartFailure.tsx';
import { startServices } from './app/services.ts';
import { applyTheme } from './app/theme.ts';
import { bridge } from './bridge/index.ts';
import { databaseNames } from './persistence/database.ts';
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
  // An earlier version of Backstory may have opened its list of notebooks: none of that may stay.
  if (found.kind === 'open' && (await databaseNames()).length > 0) await bridge.encryption.convert();
  const started = await startServices(bridge, found.kind !== 'plain');
  if (!started.ok) {
    root.render(<StartFailure problem={started.error} />);
    return;
  }
  const { services, settings } = started.value;
  const last = settings.lastNotebookId;
  if (last !== null && services.library.notebooks().some(({ id }) => id === last)) void services.screens.open(last);
  root.render(
    <StrictMode>
      <App {...started.value} />
    </StrictMode>,
  );
}

void start();
