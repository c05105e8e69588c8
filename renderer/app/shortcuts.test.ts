import { describe, expect, it } from 'vitest';
import { fits } from './shortcuts.ts';
import type { KeyPress } from './shortcuts.ts';

const press = (key: string, modifiers: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...modifiers,
});

describe('fits', () => {
  it('takes Mod as Ctrl, and as Cmd on a Mac', () => {
    expect(fits('Mod+K', press('k', { ctrlKey: true }), false)).toBe(true);
    expect(fits('Mod+K', press('k', { ctrlKey: true }), true)).toBe(false);
    expect(fits('Mod+K', press('k', { metaKey: true }), true)).toBe(true);
  });

  it('wants exactly the modifiers that are written', () => {
    expect(fits('Mod+Z', press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(false);
    expect(fits('Mod+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(true);
    expect(fits('Mod+K', press('k', { ctrlKey: true, altKey: true }), false)).toBe(false);
    expect(fits('Mod+K', press('k'), false)).toBe(false);
  });

  it('knows named keys and signs', () => {
    expect(fits('Alt+ArrowLeft', press('ArrowLeft', { altKey: true }), false)).toBe(true);
    expect(fits('Mod++', press('+', { ctrlKey: true, shiftKey: true }), false)).toBe(true);
    expect(fits('Mod+1', press('1', { ctrlKey: true, code: 'Digit1' }), false)).toBe(true);
  });

  it('goes by the place of a key on keyboards without Latin letters, and only there', () => {
    expect(fits('Mod+K', press('л', { ctrlKey: true, code: 'KeyK' }), false)).toBe(true);
    expect(fits('Mod+Z', press('y', { ctrlKey: true, code: 'KeyZ' }), false)).toBe(false);
  });
});
