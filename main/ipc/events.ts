import { BrowserWindow } from 'electron';
import type { EventName, EventOf } from '../../shared/bridge/index.ts';
import { isAppAddress } from '../windows/origins.ts';

/** Tells one window's page something. A window that shows no page of ours is told nothing. */
export function tell<E extends EventName>(window: BrowserWindow, event: E, value: EventOf<E>): void {
  if (window.isDestroyed() || !isAppAddress(window.webContents.getURL())) return;
  window.webContents.send(event, value);
}

/** Tells every window's page. */
export function tellAll<E extends EventName>(event: E, value: EventOf<E>): void {
  for (const window of BrowserWindow.getAllWindows()) tell(window, event, value);
}
