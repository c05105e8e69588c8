import { describe, expect, it } from 'vitest';
import { pageRanges, pageWords, withoutPageWord } from './pages.ts';

describe('pages', () => {
  it('[CI12] shorten ranges as CMOS 17, 9.61 has them', () => {
    // The numbers of the manual's own table.
    const table: readonly (readonly [string, string])[] = [
      ['3-10', '3–10'],
      ['71-72', '71–72'],
      ['96-117', '96–117'],
      ['100-104', '100–104'],
      ['1100-1113', '1100–1113'],
      ['101-108', '101–8'],
      ['808-833', '808–33'],
      ['1103-1104', '1103–4'],
      ['321-328', '321–28'],
      ['498-532', '498–532'],
      ['1087-1089', '1087–89'],
      ['1496-1500', '1496–500'],
      ['11564-11615', '11564–615'],
      ['12991-13001', '12991–3001'],
    ];
    for (const [given, expected] of table) expect(pageRanges(given, 'chicago')).toBe(expected);
  });

  it('[CI12] shorten ranges to the digits that change (Citing Medicine), and lengthen those that came shortened', () => {
    expect(pageRanges('284-287', 'least')).toBe('284–7');
    expect(pageRanges('284-7', 'chicago')).toBe('284–87');
    expect(pageRanges('284--7', 'whole')).toBe('284–287');
    expect(pageRanges('1–3, 15-17; 20', 'chicago')).toBe('1–3, 15–17; 20');
    expect(pageRanges('e123-e130', 'least')).toBe('e123–e130');
    expect(pageRanges('xii-xv', 'least')).toBe('xii–xv');
  });

  it('[CI12] leave alone what is no range', () => {
    for (const words of ['9-3', '2021-03-25', 'A-4', 'sec. 3-b', 'xii', '4.1-4.3', 'e12-f14', '12 and 15'])
      expect(pageRanges(words, 'chicago')).toBe(words);
  });

  it('[CI12] come without the word that says what they are', () => {
    expect(['p. 12', 'pp. 12-15', 'p12', 'page 3', 'pp', 'Part 3', 'para. 4'].map(withoutPageWord)).toEqual([
      ...['12', '12-15', '12', '3', 'pp', 'Part 3', 'para. 4'],
    ]);
  });

  it('[CI21] say that they are pages', () => {
    expect(['12', '12-15', '12, 15', 'xii', 'e4', 'sec. 3', 'fig. 2', ''].map(pageWords)).toEqual([
      ...['p. 12', 'pp. 12–15', 'pp. 12, 15', 'p. xii', 'p. e4', 'sec. 3', 'fig. 2', ''],
    ]);
  });
});
