import { BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import { isAppAddress } from '../windows/origins.ts';

/**
 * The window a call came from, or null for a stranger: only the top frame of one of our windows, still showing our own page,
 * may call. A frame that has navigated away or is gone has no `senderFrame`.
 */
export function mainFrameOf(event: IpcMainInvokeEvent): BrowserWindow | null {
  const frame = event.senderFrame;
  if (frame === null || frame.parent !== null || !isAppAddress(frame.url)) return null;
  return BrowserWindow.fromWebContents(event.sender);
}
