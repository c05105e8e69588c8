import { describe, expect, it } from 'vitest';
import { shortcutKeys } from './shortcut-words.ts';

describe('shortcutKeys', () => {
  it('names the keys as they are printed on this machine’s keyboard', () => {
    expect(shortcutKeys('Mod+Shift+Z', false)).toEqual(['Ctrl', 'Shift', 'Z']);
    expect(shortcutKeys('Mod+Shift+Z', true)).toEqual(['⌘', '⇧', 'Z']);
    expect(shortcutKeys('Alt+ArrowLeft', false)).toEqual(['Alt', '←']);
  });

  it('knows the plus key from the sign between keys', () => {
    expect(shortcutKeys('Mod++', false)).toEqual(['Ctrl', '+']);
  });
});
