import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../story/section.ts';
import { printed, samples } from './testing/cited.suite.ts';

const year = (issued: number): JsonObject => ({ 'date-parts': [[issued]] });
const book = (id: string, more: JsonObject): JsonObject => ({ id, type: 'book', title: id, ...more });
const list = (...items: readonly JsonObject[]): readonly string[] => printed('author-date', items).list;
const cited = (...items: readonly JsonObject[]): readonly string[] => printed('author-date', items).citations;

/** Expected after the examples of The Chicago Manual of Style, 17th edition (CMOS 17), chapter 15. */
describe('the author–date style', () => {
  it('[CI30] describes a book and a chapter of one (CMOS 17, 15.9, 14.107)', () => {
    expect(list(samples.book)).toEqual([
      'Halloran, Mira, and Kwame B. Osei. 2015. *Tides of Trade: A Short History*. 2nd ed. Bristol: Lantern Press.',
    ]);
    expect(list(samples.chapter)).toEqual([
      'Thorne, Edda. 2016. “Walking the Locks.” In *The Making of Canals*, edited by Jon Dagata, 167–95. Minneapolis: Grey Wolf.',
    ]);
  });

  it('[CI30] describes articles of journals and newspapers (CMOS 17, 15.46–49)', () => {
    expect(list(samples.journal)).toEqual([
      'Satter, Susan. 2016. “Livy and the Harbour.” *Classical Harbours* 111 (2): 165–76. https://doi.org/10.5555/685896.',
    ]);
    expect(list(samples.news)).toEqual([
      'Manoj, Farha. 2017. “Ship Blocks Canal.” *Port Times*, 8 March 2017. https://port.example/ship.',
    ]);
    expect(list({ ...samples.journal, issue: '' })[0]).toContain('*Classical Harbours* 111:165–76.');
    expect(list({ ...samples.journal, volume: '' })[0]).toContain('*Classical Harbours*, no. 2: 165–76.');
  });

  it('[CI30] describes sites and theses (CMOS 17, 15.50, 14.215)', () => {
    expect(list(samples.site)).toEqual([
      'Canal Authority. 2017. “Privacy Policy.” Privacy & Terms. 17 April 2017. Accessed 1 May 2017. https://canal.example/privacy.',
    ]);
    expect(list({ ...samples.thesis, genre: '', publisher: '', issued: { literal: 'early January 2026' } })[0]).toBe(
      'Rutz, Cyn Lil. 2026. “Locks and Their Keepers.” Early January 2026.',
    );
    expect(list(samples.thesis)).toEqual([
      'Rutz, Cyn Lil. 2013. “Locks and Their Keepers.” PhD diss., University of Leeds.',
    ]);
  });

  it('[CI31] cites names, year and place, with words and several sources (CMOS 17, 15.22–28)', () => {
    const { citations } = printed('author-date', Object.values(samples), [
      'book',
      { item: 'journal', locator: '170-171' },
      { item: 'news', prefix: 'see', suffix: 'emphasis added' },
      [{ item: 'site' }, { item: 'thesis', locator: 'chap. 2' }],
    ]);
    expect(citations).toEqual([
      '(Halloran and Osei 2015)',
      '(Satter 2016, 170–71)',
      '(see Manoj 2017, emphasis added)',
      '(Canal Authority 2017; Rutz 2013, chap. 2)',
    ]);
  });

  it('[CI32] names three authors at most in the text, or the first; ten in the list, or seven (CMOS 17, 15.29, 14.76)', () => {
    const author = [...'ABCDEFGHIJK'].map((letter) => ({ family: `${letter}sh`, given: 'Jo' }));
    const three = book('T', { author: author.slice(0, 3), issued: year(2020) });
    const four = book('F', { author: author.slice(0, 4), issued: year(2021) });
    expect(cited(three, four)).toEqual(['(Ash, Bsh, and Csh 2020)', '(Ash et al. 2021)']);
    expect(list(four)[0]).toBe('Ash, Jo, Jo Bsh, Jo Csh, and Jo Dsh. 2021. *F*.');
    expect(list(book('E', { author, issued: year(2021) }))[0]).toBe(
      'Ash, Jo, Jo Bsh, Jo Csh, Jo Dsh, Jo Esh, Jo Fsh, Jo Gsh, et al. 2021. *E*.',
    );
  });

  it('[CI33] tells works of one author and year apart by letters, in the order of the list (CMOS 17, 15.20)', () => {
    const author = [{ family: 'Osei', given: 'Ama' }];
    const works = [
      book('Zebra', { author, issued: year(2021) }),
      book('The Antelope', { author, issued: { 'date-parts': [[2021, 12]] } }),
      book('Later', { author, issued: year(2022) }),
      book('Undated', { author }),
      book('Another', { author }),
    ];
    expect(cited(...works)).toEqual(['(Osei 2021b)', '(Osei 2021a)', '(Osei 2022)', '(Osei n.d.-b)', '(Osei n.d.-a)']);
    expect(list(...works)).toEqual([
      'Osei, Ama. 2021a. *The Antelope*.',
      'Osei, Ama. 2021b. *Zebra*.',
      'Osei, Ama. 2022. *Later*.',
      'Osei, Ama. n.d.-a. *Another*.',
      'Osei, Ama. n.d.-b. *Undated*.',
    ]);
  });

  it('[CI33] gives more letters than there are', () => {
    const author = [{ literal: 'Desk' }];
    const works = Array.from({ length: 28 }, (_, at) => book(`T${at}`, { author, issued: year(2021) }));
    expect(cited(...works).at(-1)).toBe('(Desk 2021ab)');
  });

  it('[CI34] tells people of one name apart by initials, else by given names (CMOS 17, 15.22)', () => {
    const by = (id: string, given: string) => book(id, { author: [{ family: 'Doe', given }], issued: year(2021) });
    expect(cited(by('A', 'Cara'), by('B', 'Jan'))).toEqual(['(C. Doe 2021)', '(J. Doe 2021)']);
    expect(cited(by('A', 'Jon'), by('B', 'Jan'))).toEqual(['(Jon Doe 2021)', '(Jan Doe 2021)']);
  });

  it('[CI34] tells shortened lists of names apart by further names (CMOS 17, 15.29)', () => {
    const by = (id: string, ...families: string[]) =>
      book(id, { author: families.map((family) => ({ family, given: 'Jo' })), issued: year(2021) });
    expect(cited(by('A', 'Ash', 'Elm', 'Fir', 'Oak'), by('B', 'Ash', 'Gum', 'Fir', 'Oak'))).toEqual([
      '(Ash, Elm, et al. 2021)',
      '(Ash, Gum, et al. 2021)',
    ]);
    expect(cited(by('A', 'Ash', 'Elm', 'Fir', 'Oak'), by('B', 'Ash', 'Elm', 'Fir', 'Oak'))).toEqual([
      '(Ash et al. 2021a)',
      '(Ash et al. 2021b)',
    ]);
  });

  it('[CI35] puts editors, bodies, newspapers and titles where no author is named (CMOS 17, 14.103, 15.34–36, 15.49)', () => {
    const editor = [
      { family: 'Ash', given: 'Jo' },
      { family: 'Elm', given: 'Di' },
    ];
    const edited = book('Readings', { editor, issued: year(2020), publisher: 'Grey Wolf' });
    const bare = book('The Locks: A Guide', { issued: year(2019), publisher: 'Grey Wolf' });
    const { author: _, ...unsigned } = samples.news;
    expect(list(edited, bare, unsigned)).toEqual([
      'Ash, Jo, and Di Elm, eds. 2020. *Readings*. Grey Wolf.',
      '*The Locks: A Guide*. 2019. Grey Wolf.',
      'Port Times. 2017. “Ship Blocks Canal.” 8 March 2017. https://port.example/ship.',
    ]);
    expect(cited(edited, bare, unsigned)).toEqual(['(Ash and Elm 2020)', '(*The Locks* 2019)', '(Port Times 2017)']);
  });
});
