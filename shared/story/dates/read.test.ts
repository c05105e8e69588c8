import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectRead, today } from './expect-read.suite.ts';
import { dateBounds, dateFromWords, parseEdtf, readDateWords } from './index.ts';

const read = (text: string) => readDateWords(text, { today });

describe('dateFromWords', () => {
  it('[DT10] reads days', () => {
    expectRead(false, {
      '23 March 2021': '2021-03-23',
      'March 23, 2021': '2021-03-23',
      'march 23rd 2021': '2021-03-23',
      ' 23\u00a0Mar.  2021. ': '2021-03-23',
      'the 23rd of March, 2021': '2021-03-23',
      'Tuesday, 23 March 2021': '2021-03-23',
      'Tue. March 23, 2021': '2021-03-23',
      'on 23 Sept 2021': '2021-09-23',
      '23-Mar-2021': '2021-03-23',
      '2021‑03‑23': '2021-03-23',
      '2021/3/23': '2021-03-23',
      '15 March 44 BC': '-0043-03-15',
    });
  });

  it('[DT11] reads numeric days only where they are one day', () => {
    expectRead(false, {
      '23/03/2021': '2021-03-23',
      '3/23/2021': '2021-03-23',
      '23.3.2021': '2021-03-23',
      '05/05/2021': '2021-05-05',
    });
    for (const text of [
      '01/02/2021',
      '1.2.2021',
      '01-02-2021',
      '23/03/21',
      '2021-22',
      '31/02/2021',
      '30 February 2021',
    ])
      expect(read(text), text).toBeNull();
  });

  it('[DT10][DT17] reads months, years, seasons, decades and centuries', () => {
    expectRead(false, {
      'March 2021': '2021-03',
      'Mar. 2021': '2021-03',
      'March of 2021': '2021-03',
      '2021': '2021',
      'in 1869': '1869',
      'AD 79': '0079',
      '44 BC': '-0043',
      'spring 2021': '2021-21',
      'Fall of 2021': '2021-23',
      'winter 2020–21': '2020-24',
      'summer 2020–21': '2020-30',
      'Q1 2021': '2021-33',
      'second half of 2021': '2021-41',
      'the 1990s': '199X',
      '2000s': '200X',
      '1800s': '18XX',
      '1800s (decade)': '180X',
      '19th century': '18XX',
      'the 5th century BC': '-04XX',
    });
  });

  it('[DT12] stores early, mid and late as intervals and keeps the words', () => {
    expectRead(true, {
      'early January 2026': '2026-01-01/2026-01-10',
      'mid-January 2026': '2026-01-11/2026-01-20',
      'late February 2024': '2024-02-21/2024-02-29',
      'the end of March 2021': '2021-03-21/2021-03-31',
      'early 2026': '2026-01/2026-04',
      'mid 2026': '2026-05/2026-08',
      'Late 2026': '2026-09/2026-12',
      'late 1990s': '1997/1999',
      'early 19th century': '1800/1832',
      'early spring 2026': '2026-21',
    });
  });

  it('[DT13] takes the nearest year where none is named, and says so', () => {
    expect(read('Dec 29')).toEqual({ kind: 'date', date: { edtf: '2020-12-29' }, inferredYear: true, relative: false });
    expect(read('23 March')).toMatchObject({ date: { edtf: '2021-03-23' }, inferredYear: true });
    expect(read('29 Feb')).toMatchObject({ date: { edtf: '2020-02-29' }, inferredYear: true });
    expect(read('late January')).toMatchObject({ date: { edtf: '2021-01-21/2021-01-31' }, inferredYear: true });
    expect(read('Dec 30 – Jan 2')).toMatchObject({ date: { edtf: '2020-12-30/2021-01-02' }, inferredYear: true });
    expect(read('23 March 2021')).toMatchObject({ inferredYear: false });
  });

  it('[DT18] turns relative words into days and does not keep them', () => {
    const table = {
      yesterday: '2021-04-01',
      'In 3 days': '2021-04-05',
      'two weeks ago': '2021-03-19',
      'next Friday': '2021-04-09',
    };
    expectRead(false, { ...table, 'last Friday': '2021-03-26', 'last month': '2021-03', 'a year from now': '2022' });
    expect(read('tomorrow')).toMatchObject({ relative: true, inferredYear: false });
    expect(readDateWords('tomorrow', { today: 'someday' })).toBeNull();
  });

  it('[DT19] accepts EDTF and the day of a time stamp', () => {
    const typed = ['2021-03-23', '2021-21', '[2014..2022]', '2021-03-23/..', '19XX', '?2016-05'];
    expectRead(false, Object.fromEntries(typed.map((edtf) => [edtf, edtf])));
    expectRead(false, {
      '19xx': '19XX',
      '2021-03-23T05:40:00Z': '2021-03-23',
      '2021–22': '2021/2022',
      '2021/22': '2021/2022',
    });
    expect(read('20')).toBeNull();
  });

  it('[DT20] knows that a date can be said to be unknown', () => {
    for (const text of ['unknown', 'Date unknown', 'undated', 'n.d.', '?'])
      expect(read(text), text).toEqual({ kind: 'unknown' });
    expect(dateFromWords('unknown', { today })).toBeNull();
    for (const text of ['', '  ', 'soon', 'the day after the summit', '2021 boats', '2014–1994', '99 March'])
      expect(read(text), text).toBeNull();
  });

  it('[DT4] never throws, and gives nothing but EDTF', () => {
    const scraps = [
      '23',
      'March',
      '2021',
      '-',
      '–',
      ' ',
      ' to ',
      'c.',
      'early ',
      'since ',
      '?',
      ',',
      'or ',
      's',
      '31/',
      'BC',
      '0',
    ];
    const wordish = fc.array(fc.constantFrom(...scraps), { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(wordish, fc.string({ unit: 'binary', maxLength: 250 })), (text) => {
        const reading = read(text);
        if (reading?.kind !== 'date') return;
        expect(parseEdtf(reading.date.edtf)).not.toBeNull();
        expect(dateBounds(reading.date.edtf)).not.toBeNull();
      }),
      { numRuns: 3000 },
    );
  });
});
