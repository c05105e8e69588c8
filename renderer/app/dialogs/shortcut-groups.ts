import type { Action } from '../../session/actions.ts';
import { groupPlace, uniqueActions } from '../palette/palette-items.ts';

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

/** The actions that have keys, by group in the palette's order; the latest of an id counts. */
export function shortcutGroups(offered: readonly Action[]): readonly ShortcutGroup[] {
  const groups = new Map<string, { words: string; keys: string }[]>();
  for (const { group, title, shortcut } of uniqueActions(offered)) {
    if (shortcut === undefined) continue;
    groups.set(group, [...(groups.get(group) ?? []), { words: title, keys: shortcut }]);
  }
  const sorted = [...groups].map(([title, rows]) => ({ title, rows }));
  return [...sorted.sort((a, b) => groupPlace(a.title) - groupPlace(b.title)), everywhere];
}
