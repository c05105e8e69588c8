import { useEffect } from 'react';
import type { Bridge } from '../../shared/bridge/index.ts';
import { actions } from '../session/actions.ts';
import { isMac } from '../ui/index.ts';
import { actionIds } from './action-ids.ts';
import { fits, isEditable } from './shortcuts.ts';

/** Actions a text being edited answers itself: its own latest letters are taken back first. */
const textOwn: ReadonlySet<string> = new Set([actionIds.undo, actionIds.redo, actionIds.back]);

/** Windows and Linux people know this for "redo". */
const otherKeys: readonly (readonly [string, string])[] = [['Mod+Y', actionIds.redo]];

/** Binds the shortcuts of all actions, and the native menu's items, to the actions of that id. */
export function useGlobalKeys(bridge: Bridge): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      // Text fields keep the keys they see to themselves, so shortcuts are taken on the way down; plain letters belong to
      // whatever has the focus and are taken only where nothing wanted them.
      const capturing = event.eventPhase === Event.CAPTURING_PHASE;
      if (capturing !== hasModifier(event)) return;
      // A dialog has its own keys, and what was answered already is nobody else's.
      if (event.defaultPrevented || event.isComposing || insideDialog(event.target)) return;
      const id = actionFor(event);
      if (id === null || (textOwn.has(id) && isEditable(event.target))) return;
      if (isLetter(event) && takesLetters(event.target)) return;
      // Prevented keys are not taken by the native menu as well, stopped ones not by what has the focus.
      event.preventDefault();
      event.stopPropagation();
      actions.run(id);
    };
    document.addEventListener('keydown', onKey, { capture: true });
    document.addEventListener('keydown', onKey);
    const stopMenu = bridge.on('menu.action', ({ action }) => runFromMenu(action));
    return () => {
      document.removeEventListener('keydown', onKey, { capture: true });
      document.removeEventListener('keydown', onKey);
      stopMenu();
    };
  }, [bridge]);
}

function actionFor(event: KeyboardEvent): string | null {
  const offered = actions.list().findLast((one) => one.shortcut !== undefined && fits(one.shortcut, event, isMac));
  if (offered !== undefined) return offered.id;
  return otherKeys.find(([written]) => fits(written, event, isMac))?.[1] ?? null;
}

/** A menu item acts on the text that is being edited where that is what it would do from the keyboard. */
function runFromMenu(id: string): void {
  const focused = document.activeElement;
  const command = id === actionIds.undo ? 'undo' : id === actionIds.redo ? 'redo' : null;
  const plainText = focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement;
  // execCommand is the only door to a text field's own undo; it says whether there was anything to take back.
  if (command !== null && plainText && document.execCommand(command)) return;
  actions.run(id);
}

function hasModifier(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey;
}

/** A key that writes something where something is being written. */
function isLetter(event: KeyboardEvent): boolean {
  return event.key.length === 1 && !event.ctrlKey && !event.metaKey;
}

/** Fields are written in, and letters find things in menus and in the library's lists. */
function takesLetters(target: EventTarget | null): boolean {
  const finds = '[data-rac][role="menu"], [data-rac][role="listbox"], [role="combobox"]';
  return isEditable(target) || (target instanceof Element && target.closest(finds) !== null);
}

function insideDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="dialog"], [role="alertdialog"]') !== null;
}
