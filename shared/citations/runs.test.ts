import { describe, expect, it } from 'vitest';
import { ended, italic, join, linked, none, plain, quoted } from './runs.ts';
import { shown } from './testing/cited.suite.ts';
import { tidy } from './tidy.ts';

describe('parts of a line', () => {
  it('[CI3] leave out what is empty, with its separator', () => {
    expect(shown(join([none, plain('A'), plain(''), plain('B'), none], ', '))).toBe('A, B');
    expect(ended(join([none, plain('')], '. '))).toEqual([]);
  });

  it('[CI3] need no mark where one does its work', () => {
    expect(shown(ended(plain('Port Inc.')))).toBe('Port Inc.');
    expect(shown(join([italic('Who Knows?'), plain('B')], '. '))).toBe('*Who Knows?* B');
    expect(shown(join([italic('Who Knows?'), plain('B')], ', '))).toBe('*Who Knows?*, B');
    expect(shown(join([quoted('And So On …'), plain('B')], '. '))).toBe('“And So On …” B');
  });

  it('[CI3] put full stops and commas inside quotation marks, and nothing else (CMOS 17, 6.9–10)', () => {
    expect(shown(ended(quoted('Locks')))).toBe('“Locks.”');
    expect(shown(join([quoted('Locks'), plain('B')], '; '))).toBe('“Locks”; B');
    expect(shown(ended(quoted('On “Locks”')))).toBe('“On ‘Locks.’”');
    expect(shown(ended(quoted('The Workers’')))).toBe('“The Workers’.”');
    expect(shown(quoted('On "Locks" and "Keys"'))).toBe('“On ‘Locks’ and ‘Keys’”');
  });

  it('[CI4] lead only where it is safe, without the mark behind', () => {
    expect(ended(linked('https://a.example/', 'https://a.example/'))).toEqual([
      { text: 'https://a.example/', link: 'https://a.example/' },
      { text: '.' },
    ]);
    expect(linked('javascript:alert(1)', 'javascript:alert(1)')).toEqual([{ text: 'javascript:alert(1)' }]);
  });

  it('[CI2] are texts without stray spaces and separators, or nothing', () => {
    expect(tidy('  On\n\tlocks , ')).toBe('On locks');
    expect([' ', ',', '.', '-', '()', '[]'].map(tidy)).toEqual(['', '', '', '', '', '']);
    expect(['.NET', 'Why?', '€', '毛泽东', '?'].map(tidy)).toEqual(['.NET', 'Why?', '€', '毛泽东', '?']);
  });
});
