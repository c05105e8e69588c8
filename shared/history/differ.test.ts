import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { field } from '../story/fields.ts';
import { differenceOf } from './difference-of.ts';
import type { Difference, DifferencePart } from './difference.ts';
import { listDifference, textDifference } from './differ.ts';

const none = () => null;
const same = (text: string): DifferencePart => ({ kind: 'same', text });
const added = (text: string): DifferencePart => ({ kind: 'added', text });
const removed = (text: string): DifferencePart => ({ kind: 'removed', text });

/** One side of a difference: null where some of it is folded. */
function side({ parts }: Difference, without: 'added' | 'removed'): string | null {
  if (parts.some((part) => part.kind === 'folded')) return null;
  return parts.map((part) => (part.kind === 'folded' || part.kind === without ? '' : part.text)).join('');
}

describe('differences', () => {
  it.each<readonly [string, string, readonly DifferencePart[]]>([
    ['', 'Six days', [added('Six days')]],
    ['Six days', '', [removed('Six days')]],
    ['Five days of delay', 'Six days of delay', [removed('Five'), added('Six'), same(' days of delay')]],
    ['about 9.6 billion', 'about 9,6 billion', [same('about 9'), removed('.'), added(','), same('6 billion')]],
    ['the tug pulls', 'the other ships push', [same('the '), removed('tug pulls'), added('other ships push')]],
    ['Канал закрыт', 'Канал открыт', [same('Канал '), removed('закрыт'), added('открыт')]],
    ['六日間', '七日間', [removed('六'), added('七'), same('日間')]],
    ['One.\nTwo.', 'One.\nAnd a half.\nTwo.', [same('One.\n'), added('And a half.\n'), same('Two.')]],
  ])('[HI11] %j becomes %j word by word', (before, after, parts) => {
    expect(textDifference(before, after)).toEqual({ parts, marksOnly: false });
  });

  it('[HI11] folds long stretches that are the same', () => {
    const words = Array.from({ length: 100 }, (_, index) => `w${index}`).join(' ');
    const { parts } = textDifference(`start ${words} end`, `begin ${words} finish`);
    expect(parts.map((part) => (part.kind === 'folded' ? part.words : part.text.trim()))).toEqual([
      'start',
      'begin',
      'w0 w1 w2 w3 w4 w5 w6 w7 w8 w9',
      80,
      'w90 w91 w92 w93 w94 w95 w96 w97 w98 w99',
      'end',
      'finish',
    ]);
    expect(textDifference(words, words).parts).toEqual([{ kind: 'folded', words: 100 }]);
  });

  it('[HI11] either side can be read out of it', () => {
    const text = fc.array(fc.constantFrom('tide', 'tug', ' ', '  ', '\n', '.', 'é', '船', '👩‍👩‍👧', 'a'), {
      maxLength: 25,
    });
    fc.assert(
      fc.property(text, text, (first, second) => {
        const [before, after] = [first.join(''), second.join('')];
        const difference = textDifference(before, after);
        expect([before, null]).toContain(side(difference, 'added'));
        expect([after, null]).toContain(side(difference, 'removed'));
      }),
      { numRuns: 500 },
    );
  });

  it('[HI11] texts with nothing in common are compared in good time', () => {
    const words = (mark: string): string => Array.from({ length: 20_000 }, (_, index) => `${mark}${index}`).join(' ');
    const difference = textDifference(words('a'), words('b'));
    expect(difference.parts.map((part) => part.kind)).toEqual(['removed', 'added']);
  });

  it('[HI11] lists go item by item', () => {
    expect(listDifference(['tug', 'dredger'], ['tug', 'crane', 'dredger']).parts).toEqual([
      same('tug\n'),
      added('crane\n'),
      same('dredger\n'),
    ]);
  });

  it.each<readonly [string, Parameters<typeof differenceOf>[0], unknown, unknown, Difference]>([
    ['a date', field.date('When'), null, { edtf: '2021-03' }, { parts: [added('March 2021')], marksOnly: false }],
    [
      'a day',
      field.day('As of'),
      '2021-03-23',
      '2021-03-24',
      { parts: [removed('23 March 2021'), added('24 March 2021')], marksOnly: false },
    ],
    [
      'a choice',
      field.choice('Kind', { fact: 'Fact', claim: 'Claim' }, 'fact'),
      'fact',
      'claim',
      { parts: [removed('Fact'), added('Claim')], marksOnly: false },
    ],
    ['a flag', field.flag('Done'), false, true, { parts: [removed('No'), added('Yes')], marksOnly: false }],
    [
      'references',
      field.refs('Actors'),
      [],
      [
        { kind: 'people', id: 'known' },
        { kind: 'people', id: 'gone' },
      ],
      { parts: [added('Osama Rabie\n(no longer in the notebook)\n')], marksOnly: false },
    ],
    [
      'marks',
      field.rich('Note'),
      [{ text: 'six days' }],
      [{ text: 'six days', bold: true }],
      { parts: [same('six days')], marksOnly: true },
    ],
    [
      'a log',
      field.log('Earlier'),
      [],
      [{ value: '422', on: { edtf: '2021-03-29' }, recordedAt: '' }],
      { parts: [added('422 (29 March 2021)\n')], marksOnly: false },
    ],
  ])('[HI11] knows how to show %s', (_, type, before, after, difference) => {
    const titleOf = ({ id }: { readonly id: string }): string | null => (id === 'known' ? 'Osama Rabie' : null);
    expect(differenceOf(type, before, after, titleOf)).toEqual(difference);
    expect(differenceOf(type, after, after, none).marksOnly).toBe(false);
  });
});
