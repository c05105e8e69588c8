import { describe, expect, it } from 'vitest';
import { caretStep } from './caret-moves.ts';

const plain = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };

describe('caretStep', () => {
  it.each([
    [{ key: 'ArrowRight' }, { direction: 'forward', unit: 'character', extend: false }],
    [
      { key: 'ArrowLeft', shiftKey: true, ctrlKey: true },
      { direction: 'backward', unit: 'word', extend: true },
    ],
    [{ key: 'ArrowDown' }, { direction: 'forward', unit: 'line', extend: false }],
    [{ key: 'Home' }, { direction: 'backward', unit: 'lineboundary', extend: false }],
    [
      { key: 'End', ctrlKey: true, shiftKey: true },
      { direction: 'forward', unit: 'documentboundary', extend: true },
    ],
    [{ key: 'PageUp' }, { direction: 'backward', unit: 'page', extend: false }],
  ])('takes %o as in every text', (press, step) => {
    expect(caretStep({ ...plain, ...press }, false)).toEqual(step);
  });

  it('goes by words with Option on a Mac', () => {
    expect(caretStep({ ...plain, key: 'ArrowRight', altKey: true }, true)?.unit).toBe('word');
    expect(caretStep({ ...plain, key: 'ArrowRight', metaKey: true }, true)?.unit).toBe('lineboundary');
  });

  it('leaves other keys alone', () => {
    expect(caretStep({ ...plain, key: 'a' }, false)).toBeNull();
    expect(caretStep({ ...plain, key: 'ArrowLeft', altKey: true }, false)).toBeNull();
  });
});
