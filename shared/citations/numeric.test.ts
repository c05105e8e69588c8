import { describe, expect, it } from 'vitest';
import { printed, samples } from './testing/cited.suite.ts';

const one = (item: Parameters<typeof printed>[1][number]): string | undefined => printed('numeric', [item]).list[0];

/** Expected as the samples of "Citing Medicine" (NLM, 2nd edition), which ICMJE recommends, have their like. */
describe('the numeric style', () => {
  it('[CI20] numbers sources as they are first cited', () => {
    const { citations, list } = printed('numeric', [samples.book, samples.news], ['news', 'book', 'news']);
    expect(citations).toEqual(['[1]', '[2]', '[1]']);
    expect(list.map((entry) => entry.slice(0, 6))).toEqual(['1. Man', '2. Hal']);
  });

  it('[CI21] cites pages and other places, words and several sources (IEEE, citing parts of a reference)', () => {
    const { citations } = printed('numeric', Object.values(samples), [
      { item: 'book', locator: '12' },
      { item: 'book', locator: '12-15' },
      { item: 'book', locator: 'sec. 3' },
      [{ item: 'book' }, { item: 'site' }],
      [
        { item: 'book', locator: '5', prefix: 'see' },
        { item: 'site', suffix: 'archived' },
      ],
    ]);
    expect(citations).toEqual(['[1, p. 12]', '[1, pp. 12–15]', '[1, sec. 3]', '[1, 2]', '[see 1, p. 5; 2, archived]']);
  });

  it('[CI22] describes an article of a journal (Citing Medicine, chapter 1)', () => {
    expect(one(samples.journal)).toBe(
      '1. Satter S. Livy and the Harbour. Classical Harbours. 2016 Apr;111(2):165–76. doi:10.5555/685896',
    );
  });

  it('[CI22] describes a book and a chapter of one (Citing Medicine, chapter 2)', () => {
    expect(one(samples.book)).toBe(
      '1. Halloran M, Osei KB. Tides of Trade: A Short History. 2nd ed. Bristol: Lantern Press; 2015.',
    );
    expect(one(samples.chapter)).toBe(
      '1. Thorne E. Walking the Locks. In: Dagata J, editor. The Making of Canals. Minneapolis: Grey Wolf; 2016. p. 167–95.',
    );
  });

  it('[CI22] describes newspapers, theses and the web (Citing Medicine, chapters 5, 8 and 25)', () => {
    expect(one(samples.news)).toBe(
      '1. Manoj F. Ship Blocks Canal. Port Times [Internet]. 2017 Mar 8. Available from: https://port.example/ship',
    );
    expect(one(samples.thesis)).toBe('1. Rutz CL. Locks and Their Keepers [PhD diss.]. University of Leeds; 2013.');
    expect(one(samples.site)).toBe(
      '1. Privacy Policy [Internet]. Privacy & Terms. Canal Authority; 2017 Apr 17 [cited 2017 May 1]. Available from: https://canal.example/privacy',
    );
  });

  it('[CI23] names six authors at most, or the first six', () => {
    const author = ['Ash', 'Birch', 'Cedar', 'Elm', 'Fir', 'Gum', 'Hazel'].map((family) => ({ family, given: 'Jo' }));
    expect(one({ ...samples.thesis, author: author.slice(0, 6) })).toMatch(
      /^1\. Ash J, Birch J, Cedar J, Elm J, Fir J, Gum J\. Locks/,
    );
    expect(one({ ...samples.thesis, author })).toMatch(
      /^1\. Ash J, Birch J, Cedar J, Elm J, Fir J, Gum J, et al\. Locks/,
    );
  });
});
