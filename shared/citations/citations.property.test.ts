import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../story/section.ts';
import { printed } from './testing/cited.suite.ts';

const styles = ['numeric', 'author-date', 'notes'] as const;

/** Words as people and files leave them: with marks at their ends, stray spaces and separators, or nothing but these. */
const words = fc.oneof(
  fc.constantFrom('', ' ', ',', '.', '-', '()', '  ', ';', ':', '"', '“”'),
  fc.constantFrom(
    'Port Inc.',
    'Who knows?',
    'Stop!',
    'On “Locks”',
    ' Locks ,',
    'A\nB',
    'Ends:',
    'Lo  cks',
    '“All”',
    '毛泽东',
  ),
  fc.constantFrom(
    'constructor',
    '__proto__',
    'et al.',
    'vol. 3',
    '12',
    '12-15',
    'Rev. ed.',
    'ed.',
    '…',
    '(1994)',
    'St. .',
  ),
  // Without names that are what would be looked for.
  fc.stringMatching(/^[A-ZÀ-Ö][a-zß-ö]{0,8}( [A-Za-z][a-z]{0,8}){0,3}$/).filter((name) => !/null|undefined/.test(name)),
);
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });

const name = fc.oneof(
  fc.record({ literal: words }),
  fc.record(
    { family: words, given: words, 'non-dropping-particle': words, suffix: words },
    { requiredKeys: ['family'] },
  ),
);
const names = fc.array(name, { maxLength: 12 });
const date = fc.oneof(
  fc.record({ 'date-parts': fc.constantFrom([[2021]], [[2021, 3, 25]], [[-44]], [[2020], [2021]], [[0]]) }),
  fc.record({ 'date-parts': fc.constant([[2021, 3]]), circa: fc.boolean() }),
  fc.record({ literal: fc.constantFrom('spring 2021', 'no idea', '', 'since 2020', 'undated') }),
);
const type = fc.constantFrom(
  ...['article-journal', 'article-newspaper', 'book', 'chapter', 'document', 'post', 'report', 'thesis', 'webpage', ''],
);
const texts = [
  'title',
  'container-title',
  'publisher',
  'publisher-place',
  'volume',
  'issue',
  'page',
  'edition',
  'genre',
];
const more = ['number', 'collection-title', 'collection-number', 'title-short', 'DOI', 'event'];
const item: fc.Arbitrary<JsonObject> = fc
  .record({
    type,
    texts: fc.tuple(...[...texts, ...more].map(() => maybe(words))),
    people: fc.tuple(maybe(names), maybe(names), maybe(names)),
    dates: fc.tuple(maybe(date), maybe(date)),
    address: fc.constantFrom('', ' ', 'https://a.example/b?c', 'javascript:alert(1)', 'a b'),
    doi: fc.constantFrom('', '10.5555/1', 'doi:10.5555/2', 'https://doi.org/10.5555/3', 'none'),
  })
  .map(({ type, texts: values, people, dates, address, doi }) => {
    const all: readonly (readonly [string, JsonObject[string] | undefined])[] = [
      ...[...texts, ...more].map((key, at) => [key, values[at]] as const),
      ...['author', 'editor', 'translator'].map((key, at) => [key, people[at]] as const),
      ...['issued', 'accessed'].map((key, at) => [key, dates[at]] as const),
      ['URL', address],
      ['DOI', doi],
      ['type', type],
    ];
    // Made of plain JSON alone, which the arbitraries' types do not say.
    return Object.fromEntries(all.filter(([, value]) => value !== undefined)) as JsonObject;
  });

/** What nobody would write. Addresses are as they are. */
const stray = [
  /\.\./,
  / [,;:.)\]]/,
  /\( ?\)|\[ ?\]|“ ?”/,
  / {2}/,
  /undefined|null|NaN|\[object/,
  /^[\s,.;:]/,
  /\s$/,
  /[,;:][,;:]/,
  /,\./,
  /[([“] /,
];

describe('whatever is known of a source', () => {
  it('[CI3] no style prints a stray mark, space or bracket', () => {
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 1, maxLength: 5 }),
        words,
        words,
        words,
        (made, locator, prefix, suffix) => {
          const items = made.map((one, at) => ({ ...one, id: `i${at}` }));
          const ids = items.map(({ id }) => id);
          const cites = [...ids, 'gone', ...ids.map((id) => ({ item: id, locator, prefix, suffix }))];
          for (const style of styles) {
            const { citations, list } = printed(style, items, cites);
            expect(citations).toHaveLength(cites.length);
            expect(list).toHaveLength(items.length);
            for (const line of [...citations, ...list]) {
              expect(line).not.toBe('');
              for (const pattern of stray) expect(line.replaceAll('*', '')).not.toMatch(pattern);
            }
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('[CI33] in author–date no two sources are cited alike', () => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 2, maxLength: 8 }), (made) => {
        const items = made.map((one, at) => ({ ...one, id: `i${at}` }));
        const { citations } = printed('author-date', items);
        expect(new Set(citations).size).toBe(items.length);
      }),
      { numRuns: 200 },
    );
  });
});
