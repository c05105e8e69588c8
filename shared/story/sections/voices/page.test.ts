import { describe, expect, it } from 'vitest';
import type { PageLine, PageParse } from '../../page-rule.ts';
import { voicesPage } from './page.ts';

function parse(texts: readonly string[]): PageParse {
  const lines = texts.map((text, at): PageLine => ({ text, number: at + 1, afterBlank: false }));
  const heading = { text: 'Voices from History', number: 0, afterBlank: false };
  return voicesPage.parse({ heading, lines, kin: lines, layout: 'a', knownCategories: [] });
}

const fields = (found: PageParse): readonly unknown[] => found.entries.map(({ draft }) => draft.fields);
const doubts = (found: PageParse): readonly unknown[] =>
  found.entries.map((entry) => entry.doubts.map(({ field }) => field));
const texts = (found: PageParse): readonly string[] => found.unsorted.map(({ text }) => text);

const lesseps = ['Ferdinand de Lesseps', 'Ferdinand de Lesseps', '(1805-1894) · Second Empire · diplomacy'];
const verdi = ['Giuseppe Verdi', 'Giuseppe Verdi', '(1813-1901) · Risorgimento · opera'];

describe('[IM1] voices', () => {
  it('stand as a doubled name, years, era and field, and a quotation; the rest is chrome', () => {
    const said = ['Fictional content - not real quotes.', 'Fictional pastiche, not a real quote.'];
    const invited = ['Ever wondered what they would say?', 'Sign up to hear more of them.', 'Sign Up', 'Sign Up'];
    const found = parse([said[0] ?? '', ...lesseps, said[1] ?? '', '"Warn me of the cargo."', ...invited]);
    expect(fields(found)).toEqual([
      {
        name: 'Ferdinand de Lesseps',
        lifespan: '1805-1894',
        era: 'Second Empire',
        field: 'diplomacy',
        text: '"Warn me of the cargo."',
      },
    ]);
    expect(doubts(found)).toEqual([[]]);
    expect(texts(found).toSorted()).toEqual([...said, ...invited].toSorted());
  });

  it('can be several, with quotations of several paragraphs and other words after them', () => {
    const found = parse([...lesseps, '“One.', '“Two.”', 'Share this', ...verdi, 'A march, then.', 'And a chorus.']);
    expect(fields(found)).toMatchObject([
      { name: 'Ferdinand de Lesseps', text: '“One.\n“Two.”' },
      { name: 'Giuseppe Verdi', text: 'A march, then.\nAnd a chorus.' },
    ]);
    expect(texts(found)).toEqual(['Share this']);
  });

  it('can lack their picture, their years, their field or their words', () => {
    const found = parse([
      'Giuseppe Verdi',
      '(1813-1901)',
      ...lesseps.slice(0, 2),
      'Second Empire · diplomacy',
      '“No.”',
    ]);
    expect(fields(found)).toEqual([
      { name: 'Giuseppe Verdi', lifespan: '1813-1901', era: '', field: '', text: '' },
      { name: 'Ferdinand de Lesseps', lifespan: '', era: 'Second Empire', field: 'diplomacy', text: '“No.”' },
    ]);
    expect(doubts(found)).toEqual([['name', 'text'], []]);
  });

  it('[IM8] without a name are unsorted text', () => {
    expect(texts(parse(['(1813-1901) · Risorgimento · opera', '“A march, then.”']))).toHaveLength(2);
  });
});
