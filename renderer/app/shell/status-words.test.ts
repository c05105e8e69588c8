import { describe, expect, it } from 'vitest';
import { newerWords, savedWords } from './status-words.ts';

describe('whether everything is stored, in words', () => {
  it('says of a shared notebook that it is saved here: where else it is, others say', () => {
    expect(savedWords({ kind: 'saved' }, true)).toBe('Saved here');
    expect(savedWords({ kind: 'saved' }, false)).toBe('Saved');
  });

  it('says that it is not yet, or why it is not, shared or not', () => {
    for (const isShared of [false, true]) {
      expect(savedWords({ kind: 'saving' }, isShared)).toBe('Saving…');
      expect(savedWords({ kind: 'failed', message: 'The disk is full.' }, isShared)).toBe(
        'Not saved: The disk is full.',
      );
    }
  });
});

describe('what a newer version wrote, in words', () => {
  it('is counted over all its kinds, and not told of where there is nothing', () => {
    expect(newerWords(new Map())).toBeNull();
    expect(newerWords(new Map([['maps', 1]]))).toBe('1 entry from a newer version of Backstory is kept, not shown');
    expect(
      newerWords(
        new Map([
          ['maps', 1],
          ['polls', 2],
        ]),
      ),
    ).toBe('3 entries from a newer version of Backstory are kept, not shown');
  });
});
