import { describe, expect, it } from 'vitest';
import { shortcutGroups } from './shortcut-groups.ts';

const action = (id: string, group: string, shortcut?: string) => ({
  id,
  title: id,
  group,
  run: () => undefined,
  ...(shortcut === undefined ? {} : { shortcut }),
});

describe('shortcutGroups', () => {
  it('shows what has keys, going places first, and what holds everywhere last', () => {
    const offered = [action('larger', 'Settings', 'Mod++'), action('bare', 'Brief'), action('story', 'Go to', 'Mod+1')];
    const groups = shortcutGroups(offered);
    expect(groups.map(({ title }) => title)).toEqual(['Go to', 'Settings', 'Editing in place']);
    expect(groups[0]?.rows).toEqual([{ words: 'story', keys: 'Mod+1' }]);
  });
});
