import type { Action } from '../../session/actions.ts';

export interface ShortcutGroup {
  readonly title: string;
  readonly rows: readonly { readonly words: string; readonly keys: string }[];
}

/** What holds everywhere and is no action of its own. */
const everywhere: ShortcutGroup = {
  title: 'Editing in place',
  rows: [
    { words: 'Edit the focused field', keys: 'Enter' },
    { words: 'Keep what was typed in a longer text', keys: 'Mod+Enter' },
    { words: 'Leave without changing anything', keys: 'Escape' },
    { words: 'Next field', keys: 'Tab' },
  ],
};

/** The actions that have keys, by group in the order they were offered; the latest of an id counts. */
export function shortcutGroups(offered: readonly Action[]): readonly ShortcutGroup[] {
  const latest = new Map(offered.map((action) => [action.id, action]));
  const groups = new Map<string, { words: string; keys: string }[]>();
  for (const { group, title, shortcut } of latest.values()) {
    if (shortcut === undefined) continue;
    groups.set(group, [...(groups.get(group) ?? []), { words: title, keys: shortcut }]);
  }
  return [...[...groups].map(([title, rows]) => ({ title, rows })), everywhere];
}
