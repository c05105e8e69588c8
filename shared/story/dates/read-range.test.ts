import { describe, it } from 'vitest';
import { expectRead } from './expect-read.suite.ts';

describe('dateFromWords, more than one point', () => {
  it('[DT13] completes each end of a range from the other', () => {
    expectRead(false, {
      '23–29 March 2021': '2021-03-23/2021-03-29',
      'March 23-29, 2021': '2021-03-23/2021-03-29',
      '23/24 March 2021': '2021-03-23/2021-03-24',
      '23 March – 3 April 2021': '2021-03-23/2021-04-03',
      'March–April 2021': '2021-03/2021-04',
      '30 December – 2 January 2021': '2020-12-30/2021-01-02',
      'December 30, 2020 to January 2': '2020-12-30/2021-01-02',
      'from March 2021 to May 2021': '2021-03/2021-05',
    });
  });

  it('[DT14] reads doubt', () => {
    expectRead(false, {
      'c. 1994': '1994~',
      'ca 1994': '1994~',
      'about March 2021': '2021-03~',
      'c. 1994–2014': '1994~/2014~',
      'from c. 1994 to 2014': '1994~/2014',
      '1994 – c. 2014': '1994/2014~',
      '2021?': '2021?',
      'March 2021 (?)': '2021-03?',
      'possibly March 2021': '2021-03?',
      'about 1994 (uncertain)': '1994%',
      'around the 1990s': '199~',
    });
    expectRead(true, {
      'probably March 2021': '2021-03?',
      'perhaps about 1994': '1994%',
      'c. spring 2021': '2021-03~/2021-05~',
    });
  });

  it('[DT15] reads open intervals', () => {
    expectRead(false, {
      '1953-present': '1953/..',
      '1953–present': '1953/..',
      'March 2021 to date': '2021-03/..',
      'since 2022': '2022/..',
      'from 23 March 2021 onwards': '2021-03-23/..',
      'until 2014': '../2014',
    });
    expectRead(true, { 'before 2014': '../2014', 'after March 2021': '2021-03/..', 'by spring 2026': '../2026-05' });
  });

  it('[DT16] reads alternatives and lists', () => {
    expectRead(true, { 'between 2014 and 2022': '2014/2022', 'between 23 and 29 March 2021': '2021-03-23/2021-03-29' });
    expectRead(false, {
      '2028 or 2030': '[2028,2030]',
      'one of 1994, 1996 or 1998': '[1994,1996,1998]',
      '3, 4 and 5 March 2021': '{2021-03-03,2021-03-04,2021-03-05}',
      '2014 or later': '[2014..]',
    });
  });
});
