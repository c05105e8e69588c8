import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from './fold.ts';
import { PreparedText } from './index.ts';
import { anyText } from './testing/any-text.suite.ts';

const anyString = fc.oneof(
  anyText,
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        'a',
        ' ',
        '\r\n',
        '\u00a0',
        '\u00ad',
        '\ufeff',
        '–',
        '-',
        '“',
        '…',
        'ﬁ',
        'e\u0301',
        '각',
        '\u1100\u1161',
      ),
    )
    .map((all) => all.join('')),
);

describe('folded text', () => {
  it.each([
    ['white space', 'one  two\r\n\r\n three\u00a0four', 'one two three four'],
    ['quotation marks', '“He said ‘no’”, «oui», „nein“', '"He said \'no\'", "oui", "nein"'],
    ['dashes', 'storm--damage, 1994–2014, yes — no, −5', 'storm-damage, 1994-2014, yes - no, -5'],
    ['ellipses and ligatures', 'wait… the oﬃce', 'wait... the office'],
    ['letters with marks', 'cafe\u0301 A\u030angstrom \u212bngstrom', 'café Ångstrom Ångstrom'],
    ['Hangul in parts', '\u1112\u1161\u11ab', '한'],
    ['what nothing shows', 'co\u00adoperate\u200b now\ufeff \u202bשלום\u202c', 'cooperate now שלום'],
  ])('[AN4] makes spellings of the same words equal: %s', (_, text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it.each(['Kyiv', 'КИЇВ', '20%', '👩‍👩‍👧', 'שָׁלוֹם', 'می‌خواهم'])('[AN4] leaves letters, digits and joiners: %s', (text) => {
    expect(foldText(text)).toBe(text.normalize('NFC'));
  });

  it('[AN4] is the same as a whole, prepared, and folded again', () => {
    fc.assert(
      fc.property(anyString, (text) => {
        const { folded } = new PreparedText(text);
        expect(folded).toBe(foldText(text));
        expect(foldText(folded)).toBe(folded);
      }),
    );
  });

  it('[AN4] leads back to places that fold to the same words', () => {
    fc.assert(
      fc.property(anyString, fc.nat(), fc.nat(), (text, from, length) => {
        const prepared = new PreparedText(text);
        const start = from % (prepared.folded.length + 1);
        const end = Math.min(prepared.folded.length, start + 1 + (length % 40));
        if (start === end) return;
        const place = prepared.unfold(start, end);
        const again = prepared.fold(place);
        expect(again.start).toBeLessThanOrEqual(start);
        expect(again.end).toBeGreaterThanOrEqual(end);
        expect(place.end).toBeGreaterThanOrEqual(place.start);
      }),
    );
  });
});
