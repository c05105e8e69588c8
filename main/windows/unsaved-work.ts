import { app, dialog, type BrowserWindow } from 'electron';

/** How often, and after how many milliseconds each, closing is tried again before the user is asked. */
const tries = 20;
const pause = 150;

/**
 * The page objects to closing while something is not saved. Saving takes a moment, so closing is tried again, unseen, for three
 * seconds; only then the user is asked. A reload is not tried again: it just does not happen.
 */
export function waitForUnsavedWork(window: BrowserWindow): void {
  let closing = false;
  let quitting = false;
  let left = tries;
  let decided = false;
  const noteQuit = () => {
    quitting = true;
  };
  app.on('before-quit', noteQuit);
  window.once('closed', () => app.off('before-quit', noteQuit));
  window.on('close', () => {
    closing = true;
  });
  const closeAgain = () => {
    if (window.isDestroyed()) return;
    if (quitting) app.quit();
    else window.close();
  };
  window.webContents.on('will-prevent-unload', (event) => {
    if (decided) {
      event.preventDefault();
      return;
    }
    if (!closing) return;
    closing = false;
    if (left > 0) {
      left -= 1;
      setTimeout(closeAgain, pause);
      return;
    }
    void ask(window).then((close) => {
      left = tries;
      decided = close;
      if (close) closeAgain();
      else quitting = false;
    });
  });
}

async function ask(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'Some changes are not saved yet.',
    detail: 'Keep the window open to see what keeps them from being saved. If you close it now, they may be lost.',
    buttons: ['Keep open', 'Close anyway'],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1;
}
