import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateFromWords, dateInWords } from './index.ts';
import { isoDay, isoMonth, isoYear } from './calendar.ts';

const long = (edtf: string, words?: string): string => dateInWords(words === undefined ? { edtf } : { edtf, words });

const someYear = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1000, max: 2199 }) },
  fc.integer({ min: -3000, max: 9999 }),
);
const someMonth = fc.integer({ min: 1, max: 12 });
const days = fc
  .tuple(someYear, someMonth, fc.integer({ min: 1, max: 28 }))
  .map(([year, month, day]) => isoDay({ year, month, day }));
const months = fc.tuple(someYear, someMonth).map(([year, month]) => isoMonth(year, month));
const years = someYear.map(isoYear);
const mark = fc.constantFrom('', '', '', '?', '~', '%');
const points = fc.tuple(fc.oneof(days, months, years), mark).map((parts) => parts.join(''));
const seasons = fc.tuple(someYear, fc.integer({ min: 21, max: 41 })).map(([year, part]) => `${isoYear(year)}-${part}`);
const decades = fc
  .tuple(fc.integer({ min: 100, max: 299 }), mark)
  .map(([digits, sign]) => `${digits}${sign === '' ? 'X' : sign}`);
const centuries = fc
  .tuple(fc.integer({ min: 1, max: 29 }), mark)
  .map(([digits, sign]) => `${String(digits).padStart(2, '0')}${sign === '' ? 'XX' : sign}`);
const within = fc.oneof(
  someYear.map((year) => `${isoYear(year)}-XX`),
  months.map((month) => `${month}-XX`),
  someYear.map((year) => `${isoYear(year)}-XX-XX`),
);
/** Ranges stay within the four-digit years that words are read in. */
const rangeYear = someYear.map((year) => Math.min(year, 9990));
/** Two days, months or years in their order, near each other more often than not. */
const ranges = fc
  .tuple(
    fc.constantFrom('day', 'month', 'year'),
    rangeYear,
    fc.nat(3),
    fc.array(someMonth, { minLength: 2, maxLength: 2 }),
  )
  .chain(([unit, year, more, [early = 1, late = 1]]) => {
    const [first, last] = more > 0 ? [early, late] : [Math.min(early, late), Math.max(early, late)];
    const point = (on: number, month: number, day: number): string =>
      unit === 'day' ? isoDay({ year: on, month, day }) : unit === 'month' ? isoMonth(on, month) : isoYear(on);
    const lateDay = fc.integer({ min: 14, max: 28 });
    return fc
      .tuple(fc.integer({ min: 1, max: 13 }), lateDay, mark, mark, fc.boolean())
      .map(([a, b, one, two, same]) => {
        const from = point(year, first, a);
        return `${from}${one}/${point(year + more, last, b)}${same ? one : two}`;
      });
  });
const open = fc
  .tuple(points, fc.boolean(), fc.constantFrom('..', ''))
  .map(([point, start, far]) => (start ? `${far}/${point}` : `${point}/${far}`));
/** The library wants the mark of a year in a set in front. */
const members = points.map((point) => point.replace(/^(-?\d{4})([?~%])$/, '$2$1'));
const listed = fc.oneof(
  members,
  decades.filter((decade) => decade.endsWith('X')),
);
const sets = fc
  .tuple(fc.array(listed, { minLength: 2, maxLength: 5 }), fc.boolean())
  .map(([texts, all]) => (all ? `{${texts.join(',')}}` : `[${texts.join(',')}]`));

describe('dateInWords', () => {
  it('[DT21] puts every kind of date into words', () => {
    const table: Readonly<Record<string, string>> = {
      '2021-03-23': '23 March 2021',
      '2021-03': 'March 2021',
      '2021': '2021',
      '2026-21': 'spring 2026',
      '2025-24': 'winter 2025–26',
      '2026-33': 'first quarter of 2026',
      '199X': '1990s',
      '18XX': '19th century',
      '-04XX': '5th century BC',
      '-0043': '44 BC',
      '0079-08-24': '24 August AD 79',
      Y12345: 'year 12345',
      '1950S2': '1950 (to 2 significant digits)',
      '1994~': 'c. 1994',
      '2021-03?': 'possibly March 2021',
      '2021%': 'about 2021 (uncertain)',
      '1994~/2014~': 'c. 1994–2014',
      '1994~/2014': 'from c. 1994 to 2014',
      '2022/..': 'since 2022',
      '../2014': 'until 2014',
      '2022/': 'from 2022, end unknown',
      '/': 'date unknown',
      '2026-01-23/2026-01-24': '23–24 January 2026',
      '2026-01-23/2026-02-02': '23 January – 2 February 2026',
      '2025-12-30/2026-01-02': '30 December 2025 – 2 January 2026',
      '2026-01-01/2026-01-10': 'early January 2026',
      '2024-02-21/2024-02-29': 'late February 2024',
      '2026-01/2026-02': 'January–February 2026',
      '[2028,2030]': '2028 or 2030',
      '[1994,1996,1998]': 'one of 1994, 1996 or 1998',
      '[2014..2022]': 'a year from 2014 to 2022',
      '{2014,2016}': '2014 and 2016',
      '[..2014]': '2014 or earlier',
      '2026-01-XX': 'a day in January 2026',
      'XXXX-12-25': '25 December, year unknown',
      'XXXX-XX-XX': 'date unknown',
      '156X-12-25': 'some time between 25 December 1560 and 25 December 1569',
    };
    for (const [edtf, words] of Object.entries(table)) expect(long(edtf), edtf).toBe(words);
    expect(long('whenever')).toBe('date unknown');
  });

  it('[DT22] is read back as the same EDTF, long and short', () => {
    const anyDate = fc.oneof(points, seasons, decades, centuries, within, ranges, open, sets);
    fc.assert(
      fc.property(anyDate, fc.constantFrom('long', 'short'), (edtf, style) => {
        const words = dateInWords({ edtf }, { style });
        expect(dateFromWords(words, { today: '2021-04-02' })?.edtf, words).toBe(edtf);
      }),
      { numRuns: 5000 },
    );
  });

  it('[DT23] shows kept words while they mean the date', () => {
    expect(long('2026-01-01/2026-01-10', 'Early January 2026')).toBe('Early January 2026');
    expect(long('2026-01-01/2026-01-10', 'early January')).toBe('early January 2026');
    expect(long('../2014', 'before 2014')).toBe('before 2014');
    expect(long('../2026-02-24', 'before February 24')).toBe('before February 24 2026');
    expect(long('2026-01-11/2026-01-20', 'early January 2026')).toBe('mid January 2026');
    expect(long('2021-03-23', 'the morning it ran aground')).toBe('23 March 2021 (the morning it ran aground)');
    expect(long('2021-03-23', '23 March 2021, at dawn')).toBe('23 March 2021, at dawn');
    expect(long('2021-03-23', 'yesterday')).toBe('23 March 2021');
    expect(long('2021-03-23/2021-03-29', '2021-03-23/2021-03-29')).toBe('23–29 March 2021');
  });

  it('[DT24] leaves the year out only where the reader supplies the same one', () => {
    const short = (edtf: string, relativeTo: string): string => dateInWords({ edtf }, { style: 'short', relativeTo });
    expect(short('2021-03-23', '2021-04-02')).toBe('23 Mar');
    expect(short('2020-12-29', '2021-01-29')).toBe('29 Dec');
    expect(short('2021-03-23', '2021-12-02')).toBe('23 Mar 2021');
    expect(short('2020-02-29', '2021-04-02')).toBe('29 Feb 2020');
    expect(short('2021', '2021-04-02')).toBe('2021');
    expect(short('2021-03-23', 'never')).toBe('23 Mar 2021');
    expect(dateInWords({ edtf: '2021-03-23' }, { style: 'short' })).toBe('23 Mar 2021');
  });

  it('[DT4][DT23] takes any words', () => {
    fc.assert(
      fc.property(points, fc.string({ unit: 'binary', maxLength: 300 }), (edtf, words) => {
        expect(dateInWords({ edtf, words })).not.toBe('');
      }),
    );
  });
});
