import files from 'dictionary-en';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDictionary } from './dictionary.ts';
import { wordsToCheck } from './words-to-check.ts';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const dictionary = openDictionary(text(files.aff), text(files.dic));
const isWord = (word: string): boolean => dictionary.knows(word);

describe('the words of a text that are looked up', () => {
  const words = (text: string) => wordsToCheck(text).map(({ word }) => word);

  it('are plain words with their apostrophes', () => {
    expect(words('The ship’s crew (all 25) didn’t re-enter “naïvely”.')).toEqual([
      'The',
      "ship's",
      'crew',
      'all',
      "didn't",
      're',
      'enter',
      'naïvely',
    ]);
  });

  it('are no addresses, file names, codes, acronyms, numbers or words of other scripts', () => {
    expect(
      words(
        'https://example.org/teh www.exmaple.org a@exmaple.org log.txtt /usr/lcoal/bin AIS iOS B2B 12th Суэц 苏伊士 x',
      ),
    ).toEqual([]);
  });

  it('stand where they say', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        let end = 0;
        for (const one of wordsToCheck(text)) {
          expect(one.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(one.start, one.end).replaceAll('’', "'").normalize('NFC')).toBe(one.word);
          ({ end } = one);
        }
      }),
    );
  });
});

describe('a word is English', () => {
  it.each(
    'the Suez colour organisation organising centre travelled defence harbour catalogue analyse paediatric judgement favourite labour skilful fulfilment modelling licence practise programme grey ageing cheque behaviour theatre'.split(
      ' ',
    ),
  )('written the American or the British way: %s', (word) => expect(isWord(word)).toBe(true));

  it.each(
    'teh recieve accomodation shiping freindly seperate occured wich goverment beleive untill definately'.split(' '),
  )('and a slip is not: %s', (word) => expect(isWord(word)).toBe(false));

  it('in the genitive as well', () => {
    expect(isWord("harbour's")).toBe(true);
    expect(isWord("harbuor's")).toBe(false);
  });
});

describe('what may have been meant', () => {
  it.each([
    ['teh', 'the'],
    ['recieve', 'receive'],
    ['accomodation', 'accommodation'],
    ['shiping', 'shipping'],
    ['wich', 'which'],
    ['untill', 'until'],
  ])('by %s is above all %s', (slip, meant) => {
    expect(dictionary.suggest(slip).slice(0, 3)).toContain(meant);
  });
});
