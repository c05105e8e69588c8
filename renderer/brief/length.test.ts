import { describe, expect, it } from 'vitest';
import { lengthWords } from './length.ts';

const wish = { limit: 2, draft: 'What a day is worth', after: 'Timeline' };
const stops = [
  { title: 'What a day is worth', page: 1 },
  { title: 'Timeline', page: 3 },
  { title: 'Timeline', page: 9 },
];

describe('[BR22] a brief that is longer than its pages', () => {
  it('says how many it has and how many the draft takes', () => {
    expect(lengthWords(wish, 9, stops)).toBe('9 pages: the draft alone takes 8.');
    expect(lengthWords({ ...wish, after: null }, 9, stops)).toBe('9 pages: the draft alone takes 9.');
  });

  it('says so where the draft’s pages cannot be told, or there is no draft', () => {
    expect(lengthWords(wish, 9, [])).toBe('9 pages: the draft stays whole.');
    expect(lengthWords({ limit: 2, draft: null, after: null }, 3, [])).toBe(
      '3 pages: less of the notebook cannot be printed.',
    );
  });

  it('says nothing where it is not longer', () => {
    expect(lengthWords(wish, 2, stops)).toBeNull();
  });
});
