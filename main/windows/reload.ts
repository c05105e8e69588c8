import { BrowserWindow } from 'electron';
import { watch } from 'node:fs';

/** For the developer's loop: reloads every window once the built page has rested after a change. */
export function reloadOnChange(folder: string): void {
  let resting: NodeJS.Timeout | undefined;
  watch(folder, { recursive: true }, () => {
    clearTimeout(resting);
    resting = setTimeout(() => {
      for (const window of BrowserWindow.getAllWindows()) window.webContents.reloadIgnoringCache();
    }, 150);
  });
}
