/** What of a key event decides whether a shortcut fits. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

interface Shortcut {
  readonly mod: boolean;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly key: string;
}

function parse(written: string): Shortcut {
  // The plus key itself is written last: `Mod++`.
  const parts = written.endsWith('++') ? [...written.slice(0, -2).split('+'), '+'] : written.split('+');
  const key = parts.at(-1) ?? '';
  const has = (modifier: string): boolean => parts.slice(0, -1).includes(modifier);
  return { mod: has('Mod'), ctrl: has('Ctrl'), alt: has('Alt'), shift: has('Shift'), key: key.toLowerCase() };
}

/** Whether a key press is the shortcut written as `Mod+Shift+Z`. Mod is Ctrl, or Cmd on a Mac. */
export function fits(written: string, press: KeyPress, mac: boolean): boolean {
  const shortcut = parse(written);
  const ctrl = shortcut.ctrl || (shortcut.mod && !mac);
  const meta = shortcut.mod && mac;
  if (press.ctrlKey !== ctrl || press.metaKey !== meta || press.altKey !== shortcut.alt) return false;
  // Which keys need Shift differs between keyboards for everything but letters and named keys.
  const shiftMatters = /^[a-z]$/.test(shortcut.key) || shortcut.key.length > 1;
  if ((shiftMatters || shortcut.shift) && press.shiftKey !== shortcut.shift) return false;
  return keyOf(press, shortcut.key) === shortcut.key;
}

/** The key's letter; on keyboards that write no Latin letters, the one printed at its place on a Latin keyboard. */
function keyOf(press: KeyPress, wanted: string): string {
  const key = press.key.toLowerCase();
  if (key === wanted) return key;
  const place = /^(?:Key([A-Z])|Digit(\d))$/.exec(press.code);
  const latin = place?.[1]?.toLowerCase() ?? place?.[2];
  return latin !== undefined && !/^[\p{ASCII}]$/u.test(press.key) ? latin : key;
}

/** Whether something is being typed where the focus is, so that plain keys and the text's own undo belong to it. */
export function isEditable(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return (
    target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range', 'submit'].includes(target.type)
  );
}
