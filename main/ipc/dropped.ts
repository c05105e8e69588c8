import { ipcMain } from 'electron';
import * as v from 'valibot';
import { droppedChannel, type ResultOf } from '../../shared/bridge/index.ts';
import { mainFrameOf } from './sender.ts';

/**
 * Opens the door for notebook files that are dropped on the window. The preload script asks the system for the path of the file that the
 * page holds: a page can pass on what a person gave it, and make up nothing.
 */
export function serveDropped(bring: (path: string) => ResultOf<'library.openFile'>): void {
  ipcMain.handle(droppedChannel, (event, path: unknown) => {
    if (mainFrameOf(event) === null) throw new Error('A file was dropped on a frame that may not take it');
    return bring(v.parse(v.pipe(v.string(), v.minLength(1)), path));
  });
}
