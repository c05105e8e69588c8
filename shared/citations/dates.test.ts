import { describe, expect, it } from 'vitest';
import { yearFirstDate, yearWords } from './dates.ts';

const years = (...edtfs: readonly string[]): readonly string[] => edtfs.map((edtf) => yearWords({ edtf }));

describe('dates', () => {
  it('[CI13] have their years in words, never in the syntax of EDTF', () => {
    expect(years('2021-03-25', '2021-03', '2021', '2021-21', '2021-XX')).toEqual(Array(5).fill('2021'));
    expect(years('2021~', '2021-03?', '2021-03%')).toEqual(['c. 2021', 'possibly 2021', 'about 2021 (uncertain)']);
    expect(years('199X', '18XX', '-0043')).toEqual(['1990s', '19th century', '44 BC']);
  });

  it('[CI13] have ranges of years, and one year where both ends are in it', () => {
    expect(years('2020-12-01/2021-02-01', '2021-01/2021-05', '2020/..', '../2020')).toEqual([
      '2020–2021',
      '2021',
      'since 2020',
      'until 2020',
    ]);
    expect(years('[2020,2021]')).toEqual(['2020 or 2021']);
  });

  it('[CI13] that say nothing are none', () => {
    expect(years('XXXX', 'nonsense')).toEqual(['', '']);
    expect(yearWords(null)).toBe('');
    expect(yearWords({ edtf: '', words: 'before the flood' })).toBe('before the flood');
  });

  it('[CI13] begin with the year in numbered lists, as Citing Medicine has them', () => {
    const dates = ['2002-07-25', '2002-07', '2002', '2002-07-25~', '2002-05/2002-06'];
    expect(dates.map((edtf) => yearFirstDate({ edtf }))).toEqual([
      '2002 Jul 25',
      '2002 Jul',
      '2002',
      'c. 25 July 2002',
      'May–June 2002',
    ]);
  });
});
