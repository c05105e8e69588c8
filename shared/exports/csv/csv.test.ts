import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateInWords } from '../../story/dates/index.ts';
import { parseCsv, readTimelineCsv } from '../index.ts';
import { anyEvent, anyWords, notebook } from '../testing/notebook.suite.ts';
import { joinNames, splitNames } from './columns.ts';
import { guardFormula, unguardFormula } from './formulas.ts';
import { writeTimelineCsv } from './write.ts';

const day = { today: '2021-03-26' };

function cellsOf(text: string): readonly (readonly string[])[] {
  const parsed = parseCsv(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value.map(({ cells }) => cells);
}

describe('a timeline as CSV', () => {
  it('[EX10] [EX11] is what RFC 4180 says, with a byte order mark', () => {
    const person = { kind: 'people', id: 'p', fields: { name: 'Rabie; Osama' } };
    const fields = {
      title: 'The ship "grounds"',
      date: { edtf: '2021-03-01/2021-03-10', words: 'early March 2021' },
      time: '07:40',
      zone: 'local',
      category: 'Salvage',
      text: 'Both banks,\nat once.',
      actors: [{ kind: 'people', id: 'p' }],
      nature: 'allegation',
      expected: 'expected',
    };
    expect(writeTimelineCsv(notebook({}, [person, { kind: 'events', id: 'e1', fields }]))).toBe(
      '\ufefftitle,date,when,time,zone,category,kind,expected,text,actors,id\r\n' +
        '"The ship ""grounds""",2021-03-01/2021-03-10,early March 2021,07:40,local,Salvage,allegation,yes,' +
        '"Both banks,\nat once.","Rabie\\; Osama",e1\r\n',
    );
  });

  it('[EX12] gives every event back', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 4 }), (events) => {
        const reader = notebook({}, events);
        const read = readTimelineCsv(writeTimelineCsv(reader), day);
        if (!read.ok) throw new Error(read.error.message);
        expect(read.value).toMatchObject({ problems: [], unknown: [] });
        const said = reader.list('events').map(({ id, fields: { actors: _, date, ...fields } }) => ({
          id,
          fields: { ...fields, date: date?.edtf ?? '', when: date === null ? '' : dateInWords(date).trim() },
        }));
        const back = read.value.rows.map(({ id, draft: { fields } }) => ({
          id,
          fields: {
            ...{ ...fields, actors: undefined },
            date: fields.date?.edtf ?? '',
            when: fields.date === null || fields.date === undefined ? '' : dateInWords(fields.date),
          },
        }));
        const unified = (text: string): string => text.replace(/\r\n?/g, '\n');
        expect(back).toEqual(
          said.map((one) => ({ ...one, fields: { ...one.fields, text: unified(one.fields.text) } })),
        );
      }),
    );
  });

  it('[EX13] has no cell that a spreadsheet calculates, and takes nothing else away', () => {
    fc.assert(
      fc.property(anyWords, (words) => {
        expect(guardFormula(words)).not.toMatch(/^\s*[=+\-@\t\r\n＝＋－＠]/);
        expect(unguardFormula(guardFormula(words))).toBe(words);
      }),
    );
    expect(guardFormula('=HYPERLINK("x")')).toBe('\'=HYPERLINK("x")');
    expect(guardFormula("'=x")).toBe("''=x");
    expect(guardFormula("'tis")).toBe("'tis");
    expect(unguardFormula("'tis")).toBe("'tis");
  });

  it('[EX11] keeps names apart in one cell', () => {
    const name = anyWords.map((words) => words.trim()).filter((words) => words !== '');
    fc.assert(fc.property(fc.array(name), (names) => void expect(splitNames(joinNames(names))).toEqual(names)));
  });
});

describe('reading CSV', () => {
  it.each([
    ['CRLF', 'a,b\r\nc,d\r\n'],
    ['LF', 'a,b\nc,d\n'],
    ['CR', 'a,b\rc,d'],
    ['semicolons', 'a;b\r\nc;d'],
    ['tabs', 'a\tb\nc\td'],
    ['quotation marks and blank lines', '\ufeff"a","b"\n\n"c",d\n\n'],
  ])('[EX14] reads %s', (_, text) => {
    expect(cellsOf(text)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('[EX14] reads what a quoted cell holds, and the line each record begins in', () => {
    expect(parseCsv('a,"b ""c"",\r\nd"\r\n"e"f,\n')).toEqual({
      ok: true,
      value: [
        { line: 1, cells: ['a', 'b "c",\r\nd'] },
        { line: 3, cells: ['ef', ''] },
      ],
    });
    expect(cellsOf('a,')).toEqual([['a', '']]);
  });

  it('[EX14] reads back any table', () => {
    const row = fc.array(anyWords, { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const quoted = rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','));
        const kept = rows.filter((cells) => cells.some((cell) => cell !== ''));
        const parsed = parseCsv(quoted.join('\r\n'));
        expect(parsed.ok ? parsed.value.map(({ cells }) => cells) : []).toEqual(kept);
      }),
    );
  });

  it.each([
    ['', 'empty', /nothing in this table/],
    ['a,"b\nc', 'open-quote', /line 1 is never closed/],
    [','.repeat(1001), 'too-many', /more than 1000 cells/],
    ['a\n'.repeat(50_001), 'too-many', /more than 50000 rows/],
  ])('[EX14] refuses %j', (text, reason, message) => {
    const parsed = parseCsv(text);
    expect(!parsed.ok && parsed.error.reason).toBe(reason);
    expect(!parsed.ok && parsed.error.message).toMatch(message);
  });

  it('[EX14] answers anything, in time', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'",;\t\r\na') }), (text) => void parseCsv(text)));
    const before = performance.now();
    for (const hostile of ['"'.repeat(1_000_001), '""'.repeat(500_000), 'a"'.repeat(500_000)]) parseCsv(hostile);
    expect(performance.now() - before).toBeLessThan(3000);
  });

  it('[EX15] takes dates as EDTF or in words, in columns of any order, and says what it could not read', () => {
    const text = 'When,TITLE,expected,kind,Colour\n25 March 2021,A,perhaps,rumour,red\nsome day,B,yes,Forecast,\n';
    const read = readTimelineCsv(text, day);
    expect(read.ok && read.value.rows.map(({ draft }) => draft.fields)).toMatchObject([
      { title: 'A', date: { edtf: '2021-03-25' }, expected: 'happened', nature: 'event' },
      { title: 'B', date: null, expected: 'expected', nature: 'forecast' },
    ]);
    expect(read.ok && [read.value.problems, read.value.unknown]).toEqual([
      [
        { line: 2, column: 'kind', words: 'rumour' },
        { line: 2, column: 'expected', words: 'perhaps' },
        { line: 3, column: 'when', words: 'some day' },
      ],
      ['Colour'],
    ]);
  });
});
