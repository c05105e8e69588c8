import { describe, expect, it } from 'vitest';
import { idOf, printed, samples } from './testing/cited.suite.ts';

type Item = Parameters<typeof printed>[1][number];
const noteOf = (item: Item, locator = ''): string | undefined =>
  printed('notes', [item], [{ item: idOf(item), locator }]).citations[0];
const listed = (item: Item): string | undefined => printed('notes', [item]).list[0];

/** Expected after the examples of The Chicago Manual of Style, 17th edition (CMOS 17), chapter 14. */
describe('the notes style', () => {
  it('[CI40] notes and lists a book (CMOS 17, 14.23)', () => {
    expect(noteOf(samples.book, '12-15')).toBe(
      'Mira Halloran and Kwame B. Osei, *Tides of Trade: A Short History*, 2nd ed. (Bristol: Lantern Press, 2015), 12–15.',
    );
    expect(listed(samples.book)).toBe(
      'Halloran, Mira, and Kwame B. Osei. *Tides of Trade: A Short History*. 2nd ed. Bristol: Lantern Press, 2015.',
    );
  });

  it('[CI40] notes and lists a chapter (CMOS 17, 14.107)', () => {
    expect(noteOf(samples.chapter, '177-178')).toBe(
      'Edda Thorne, “Walking the Locks,” in *The Making of Canals*, ed. Jon Dagata (Minneapolis: Grey Wolf, 2016), 177–78.',
    );
    expect(listed(samples.chapter)).toBe(
      'Thorne, Edda. “Walking the Locks.” In *The Making of Canals*, edited by Jon Dagata, 167–95. Minneapolis: Grey Wolf, 2016.',
    );
  });

  it('[CI40] notes and lists articles of journals and newspapers (CMOS 17, 14.168–175, 14.191)', () => {
    expect(noteOf(samples.journal, '170')).toBe(
      'Susan Satter, “Livy and the Harbour,” *Classical Harbours* 111, no. 2 (April 2016): 170, https://doi.org/10.5555/685896.',
    );
    expect(listed(samples.journal)).toBe(
      'Satter, Susan. “Livy and the Harbour.” *Classical Harbours* 111, no. 2 (April 2016): 165–76. https://doi.org/10.5555/685896.',
    );
    expect(noteOf(samples.news)).toBe(
      'Farha Manoj, “Ship Blocks Canal,” *Port Times*, 8 March 2017, https://port.example/ship.',
    );
    expect(listed(samples.news)).toBe(
      'Manoj, Farha. “Ship Blocks Canal.” *Port Times*, 8 March 2017. https://port.example/ship.',
    );
  });

  it('[CI40] notes and lists sites and theses (CMOS 17, 14.207, 14.215)', () => {
    expect(noteOf(samples.site)).toBe(
      '“Privacy Policy,” Privacy & Terms, Canal Authority, 17 April 2017, accessed 1 May 2017, https://canal.example/privacy.',
    );
    expect(listed(samples.site)).toBe(
      'Canal Authority. “Privacy Policy.” Privacy & Terms. 17 April 2017. Accessed 1 May 2017. https://canal.example/privacy.',
    );
    expect(noteOf(samples.thesis, '99-100')).toBe(
      'Cyn Lil Rutz, “Locks and Their Keepers” (PhD diss., University of Leeds, 2013), 99–100.',
    );
    expect(listed(samples.thesis)).toBe(
      'Rutz, Cyn Lil. “Locks and Their Keepers.” PhD diss., University of Leeds, 2013.',
    );
  });

  it('[CI41] shortens later notes (CMOS 17, 14.30)', () => {
    const { citations } = printed('notes', Object.values(samples), [
      'book',
      'site',
      { item: 'book', locator: '37-38' },
      { item: 'book', prefix: 'See', suffix: 'with maps' },
      [{ item: 'site' }, { item: 'book', locator: '5' }],
    ]);
    expect(citations.slice(2)).toEqual([
      'Halloran and Osei, *Tides of Trade*, 37–38.',
      'See Halloran and Osei, *Tides of Trade*, with maps.',
      'Canal Authority, “Privacy Policy”; Halloran and Osei, *Tides of Trade*, 5.',
    ]);
  });

  it('[CI40] begin with a capital where words stand before', () => {
    const cites = [
      { item: 'book', prefix: 'see also' },
      { item: 'site', prefix: 'cf.' },
    ];
    expect(printed('notes', Object.values(samples), ['book', cites]).citations[1]).toMatch(/^See also Hall.*; cf\. /);
  });

  it('[CI42] tells short notes apart by the whole title, else by the year', () => {
    const author = [{ family: 'Osei', given: 'Ama' }];
    const book = (id: string, title: string, year: number) =>
      ({ id, type: 'book', title, author, issued: { 'date-parts': [[year]] } }) as const;
    const items = [book('a', 'Locks: North', 2001), book('b', 'Locks: South', 2001), book('c', 'Locks: South', 2009)];
    expect(printed('notes', items, ['a', 'b', 'c', 'a', 'b', 'c']).citations.slice(3)).toEqual([
      'Osei, *Locks: North*.',
      'Osei, *Locks: South* (2001).',
      'Osei, *Locks: South* (2009).',
    ]);
  });
});
