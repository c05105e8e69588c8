import { expect, it } from 'vitest';
import { filesWords } from './files-words.ts';

it('says how many files are here, and how many wait for a teammate', () => {
  const words = (named: number, here: number, awaited = 0) => filesWords({ named, here, awaited });
  expect(words(40, 12, 3)).toBe('12 of 40 files here, 3 waiting for a teammate.');
  expect(words(40, 12)).toBe('12 of 40 files here.');
  expect(words(1, 0, 1)).toBe('0 of 1 file here, 1 waiting for a teammate.');
  expect(words(1, 1)).toBe('The one file is here.');
  expect(words(1200, 1200)).toBe('All 1,200 files are here.');
  expect(words(0, 0)).toBe('This notebook has no captures or pictures yet.');
});
