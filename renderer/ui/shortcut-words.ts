const macKeys: Readonly<Record<string, string>> = { Mod: '⌘', Ctrl: '⌃', Alt: '⌥', Shift: '⇧' };
const otherKeys: Readonly<Record<string, string>> = { Mod: 'Ctrl' };
const names: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
};

/** Whether this is a Mac, where Mod is the Command key. */
export const isMac = typeof navigator !== 'undefined' && /mac/i.test(navigator.platform);

/** The keys of `Mod+Shift+Z` as they are printed on the keyboard: `Ctrl`, `Shift`, `Z`. */
export function shortcutKeys(shortcut: string, mac = isMac): readonly string[] {
  // The plus key itself is written last: `Mod++`.
  const parts = shortcut.endsWith('++') ? [...shortcut.slice(0, -2).split('+'), '+'] : shortcut.split('+');
  return parts.map((part) => (mac ? macKeys : otherKeys)[part] ?? names[part] ?? part);
}
