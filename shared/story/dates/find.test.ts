import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates, parseEdtf } from './index.ts';

const today = '2021-04-02';
const found = (text: string): readonly string[] =>
  findDates(text, { today }).map(
    ({ words, date, inferredYear }) => `${words} = ${date.edtf}${inferredYear ? ' *' : ''}`,
  );

describe('findDates', () => {
  it('[DT25] finds dates and where they stand', () => {
    const text = 'On March 23, the ship ran aground; by 29 March 2021 it was free.';
    const dates = findDates(text, { today });
    expect(dates).toEqual([
      { words: 'March 23', date: { edtf: '2021-03-23' }, index: 3, length: 8, inferredYear: true },
      {
        words: 'by 29 March 2021',
        date: { edtf: '../2021-03-29', words: 'by 29 March 2021' },
        index: 35,
        length: 16,
        inferredYear: false,
      },
    ]);
  });

  it('[DT25] finds months, years, ranges and parts', () => {
    expect(found('The August 2015 widening, since 1869 and in 1956.')).toEqual([
      'August 2015 = 2015-08',
      'since 1869 = 1869/..',
      '1956 = 1956',
    ]);
    expect(found('Closed between 1967 and 1975, reopened in early June 1975.')).toEqual([
      'between 1967 and 1975 = 1967/1975',
      'early June 1975 = 1975-06-01/1975-06-10',
    ]);
    expect(found('The crisis (1956) and the closure (1967-1975); March 23–29; in 2028 or 2030.')).toEqual([
      '1956 = 1956',
      '1967-1975 = 1967/1975',
      'March 23–29 = 2021-03-23/2021-03-29 *',
      '2028 or 2030 = [2028,2030]',
    ]);
    expect(found('Traffic resumed in April.')).toEqual(['April = 2021-04 *']);
  });

  it('[DT26] leaves alone what is hardly a date', () => {
    const texts = [
      'It may march 5 miles in march.',
      '2014 people, $2014, 2014km and 2014%',
      'in 2,014 cases',
      'at 2.5 March',
    ];
    for (const text of [
      ...texts,
      'yesterday, in spring',
      'from 2500 to 3000 ships',
      'after Mar-a-Lago',
      'in 0999',
      '1:23 May',
    ])
      expect(found(text), text).toEqual([]);
    expect(found('Will it be free in 2022?')).toEqual(['2022 = 2022']);
  });

  it('[DT25] gives suggestions in order, apart, verbatim and valid, for any text', () => {
    const scraps = [
      'In ',
      'March ',
      '23',
      '–',
      ' 2021',
      ', ',
      'since ',
      'early ',
      'or ',
      '. ',
      'c. ',
      '(',
      ')',
      'May ',
      '\n',
      '🚢',
      'İ',
    ];
    const prose = fc.array(fc.constantFrom(...scraps), { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(prose, fc.string({ unit: 'binary', maxLength: 400 })), (text) => {
        let end = 0;
        for (const { words, date, index, length } of findDates(text, { today })) {
          expect(index).toBeGreaterThanOrEqual(end);
          expect(text.slice(index, index + length)).toBe(words);
          expect(parseEdtf(date.edtf)).not.toBeNull();
          end = index + length;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('[DT4] takes linear time on texts made to be slow', () => {
    const units = [
      'January ',
      '1',
      '23-',
      'in ',
      'between 2014 and ',
      '2014 or ',
      'the ',
      'early of the ',
      'c. about ',
      '23 March – ',
      '\u00a0',
    ];
    for (const unit of units) {
      const started = performance.now();
      findDates(unit.repeat(Math.ceil(300_000 / unit.length)), { today });
      // Quadratic time would take minutes.
      expect(performance.now() - started, JSON.stringify(unit)).toBeLessThan(8000);
    }
  }, 60_000);

  it('[DT25] finds dates in the later pieces of a long text', () => {
    const text = `${'The ship waited in the lake.\n'.repeat(10_000)}On 29 March 2021 it sailed.`;
    const [date] = findDates(text, { today });
    expect(date).toMatchObject({ words: '29 March 2021', index: text.indexOf('29 March') });
  });
});
