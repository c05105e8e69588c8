// caught by: cruiser renderer-has-no-platform
export type { BrowserWindow } from 'electron';
