import { describe, expect, it } from 'vitest';
import type { Json } from '../story/section.ts';
import { printed } from './testing/cited.suite.ts';

const work = (...author: readonly Json[]) =>
  ({ id: 'w', type: 'book', title: 'T', author, issued: { 'date-parts': [[2020]] } }) as const;

/** How authors stand in the text, a list by author, a note, and a numbered list. */
function forms(...author: readonly Json[]): readonly string[] {
  const [apart, notes, numeric] = (['author-date', 'notes', 'numeric'] as const).map((style) =>
    printed(style, [work(...author)]),
  );
  const all = [apart?.citations[0], apart?.list[0], notes?.citations[0], numeric?.list[0]];
  return all.map((words = '') => words.replace(/^\(|^1\. | 2020\)$|,? \*T\*.*$|\. 2020\. .*$|\. T\. 2020\.$/g, ''));
}

describe('names', () => {
  it('[CI10] keep their particles and suffixes where they belong (CMOS 17, 8.5, 6.43)', () => {
    expect(forms({ family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'van' })).toEqual([
      'van Beethoven',
      'van Beethoven, Ludwig',
      'Ludwig van Beethoven',
      'van Beethoven L',
    ]);
    expect(forms({ family: 'King', given: 'Martin Luther', suffix: 'Jr.' })).toEqual([
      'King',
      'King, Martin Luther, Jr',
      'Martin Luther King Jr.',
      'King ML Jr',
    ]);
  });

  it('[CI10] that are not taken apart stay as they are', () => {
    for (const literal of ['Suez Canal Authority', '毛泽东', 'محمود درويش', 'Björk'])
      expect(forms({ literal })).toEqual([literal, literal, literal, literal]);
  });

  it('[CI10] of East Asian scripts begin with the family', () => {
    expect(forms({ family: '毛', given: '泽东' })).toEqual(['毛', '毛泽东', '毛泽东', '毛泽东']);
    expect(forms({ family: '김', given: '소월' })).toEqual(['김', '김소월', '김소월', '김소월']);
  });

  it('[CI10] have initials in scripts with capitals only', () => {
    expect(forms({ family: 'Толстой', given: 'Лев Николаевич' })[3]).toBe('Толстой ЛН');
    expect(forms({ family: 'درويش', given: 'محمود' })[3]).toBe('درويش محمود');
    expect(forms({ family: 'Sartre', given: 'Jean-Paul' })[3]).toBe('Sartre JP');
    expect(forms({ family: 'Plato', given: '' })).toEqual(['Plato', 'Plato', 'Plato', 'Plato']);
  });

  it('[CI11] say that there are more where the file says so', () => {
    expect(forms({ family: 'Ash', given: 'Jo' }, { literal: 'et al.' })).toEqual([
      'Ash et al.',
      'Ash, Jo, et al',
      'Jo Ash et al.',
      'Ash J, et al',
    ]);
  });

  it('[CI5] give way to titles, without English articles, where nobody is named', () => {
    const titled = (title: string, more: object = {}) => ({ ...work(), id: title, title, ...more });
    const works = [titled('The Locks'), titled('A Harbour'), titled('A casa', { language: 'pt' }), titled('Keys')];
    expect(printed('notes', works).list.map((entry) => entry.split('*')[1])).toEqual([
      ...['A casa', 'A Harbour', 'Keys', 'The Locks'],
    ]);
  });

  it('[CI5] are ordered by the alphabet of the locale, works of one before those with others', () => {
    const named = (id: string, ...families: readonly string[]) => ({
      ...work(...families.map((family) => ({ family, given: 'Jo' }))),
      id,
      title: id,
    });
    const works = [named('1', 'Zorn'), named('2', 'Öberg'), named('3', 'Oak', 'Elm'), named('4', 'Oak')];
    const order = (locale: string) =>
      printed('notes', works, ['1', '2', '3', '4'], locale)
        .list.map((entry) => /\d/.exec(entry)?.[0])
        .join('');
    expect(order('en')).toBe('4321');
    expect(order('sv')).toBe('4312');
  });
});
