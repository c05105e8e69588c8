import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { StartFailure } from './app/StartFailure.tsx';
import { startServices } from './app/services.ts';
import { applyTheme } from './app/theme.ts';
import { bridge } from './bridge/index.ts';
import './ui/base.css';

/** Starts the window: services, then the notebook that was open last, then the first picture. */
async function start(): Promise<void> {
  // What the system says is right in nearly every case, and known before the settings are.
  applyTheme('system');
  const element = document.getElementById('root');
  if (element === null) throw new Error('index.html has no #root element');
  const root = createRoot(element);
  const started = await startServices(bridge);
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
