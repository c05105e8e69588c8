import { dialog, type BrowserWindow } from 'electron';

/** A page that fails again sooner than this, in milliseconds, is not simply loaded again. */
const calm = 30_000;

/** Loads the page again when its process has died; when that does not last, says so and leaves the choice to the user. */
export function recoverFromCrash(window: BrowserWindow): void {
  let last = 0;
  let closing = false;
  window.on('close', () => {
    closing = true;
  });
  window.webContents.on('will-prevent-unload', () => {
    closing = false;
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    if (closing) {
      // The dead page was asked whether it may close; the one loaded in its place would never answer.
      setImmediate(() => {
        window.destroy();
      });
      return;
    }
    const soon = Date.now() - last < calm;
    last = Date.now();
    if (soon) void offerReload(window);
    else window.webContents.reload();
  });
}

async function offerReload(window: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: 'The window has stopped working, twice in a row.',
    detail: 'What was saved is safe. Load it again, or close it and start Backstory anew.',
    buttons: ['Load again', 'Close'],
    defaultId: 0,
    cancelId: 1,
  });
  if (window.isDestroyed()) return;
  if (response === 0) window.webContents.reload();
  else window.destroy();
}
