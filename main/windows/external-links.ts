import { dialog, shell, type BrowserWindow } from 'electron';
import type { ResultOf } from '../../shared/bridge/index.ts';
import { err, ok } from '../../shared/lib/result.ts';
import { hook } from '../testing-hooks.ts';
import { externalTarget } from './external-target.ts';

/** Opens a web or mail address in the system's own program, after showing where it leads. */
export async function openExternal(address: string, window: BrowserWindow): Promise<ResultOf<'shell.openExternal'>> {
  const target = externalTarget(address);
  if (target === null) {
    return err({ reason: 'not-allowed', message: 'Only web and mail addresses can be opened.' });
  }
  if (!(await confirmed(window, target.shown, target.url))) {
    return err({ reason: 'cancelled', message: 'The address was not opened.' });
  }
  // A test says yes to see the question asked, not to start a browser.
  if (hook('BACKSTORY_CONFIRM') === undefined) await shell.openExternal(target.url);
  return ok(undefined);
}

async function confirmed(window: BrowserWindow, shown: string, url: string): Promise<boolean> {
  const answer = hook('BACKSTORY_CONFIRM');
  if (answer !== undefined) return answer === 'yes';
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: `Open ${shown}?`,
    detail: `This leaves Backstory and opens in your usual program:\n${url.length > 300 ? `${url.slice(0, 300)}…` : url}`,
    buttons: ['Open', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
  });
  return response === 0;
}
