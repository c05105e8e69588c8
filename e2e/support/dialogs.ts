import type { ElectronApplication } from '@playwright/test';

/** What the app's native dialogs answer from now on. An empty path cancels. */
export interface DialogAnswers {
  readonly open?: string;
  readonly saveTo?: string;
  readonly confirm?: 'yes' | 'no';
}

/** Answers native dialogs in advance: they cannot be clicked by a test. */
export async function answerDialogs(app: ElectronApplication, answers: DialogAnswers): Promise<void> {
  await app.evaluate((_electron, { open, saveTo, confirm }) => {
    if (open !== undefined) process.env['BACKSTORY_OPEN'] = open;
    if (saveTo !== undefined) process.env['BACKSTORY_SAVE_TO'] = saveTo;
    if (confirm !== undefined) process.env['BACKSTORY_CONFIRM'] = confirm;
  }, answers);
}

/** Chooses a native menu item by its labels, as a user would. Throws when there is none. */
export async function chooseMenuItem(app: ElectronApplication, ...labels: readonly string[]): Promise<void> {
  await app.evaluate(({ Menu, BrowserWindow }, path) => {
    let menu = Menu.getApplicationMenu();
    path.forEach((label, index) => {
      const item = menu?.items.find((one) => one.label.replace('&', '') === label);
      if (item === undefined) throw new Error(`There is no menu item ${path.slice(0, index + 1).join(' > ')}`);
      // Electron declares it as a bare Function; these are its documented arguments.
      const click = item.click as (event?: undefined, window?: Electron.BrowserWindow) => void;
      if (index === path.length - 1) click(undefined, BrowserWindow.getAllWindows()[0]);
      menu = item.submenu ?? null;
    });
  }, labels);
}
