import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateInWords } from '../../story/dates/index.ts';
import { columnsIn, guessMapping, readRow, readTable } from '../../imports/index.ts';
import { splitNames, unguardFormula } from '../../imports/tables/cells.ts';
import { anyEvent, anyWords, notebook } from '../testing/notebook.suite.ts';
import { columns, joinNames } from './columns.ts';
import { guardFormula } from './formulas.ts';
import { writeTimelineCsv } from './write.ts';

const day = { today: '2021-03-26' };

/** What an import makes of the text of a table. */
function readBack(text: string) {
  const table = readTable(text, { fileName: 'timeline.csv' });
  if (table?.ok !== true) throw new Error('This is no table');
  const { names, body } = columnsIn(table.value, true);
  const rules = { names, mapping: guessMapping({ names, body }), order: null, ...day };
  return { names, rows: body.map((row) => readRow(row, rules)) };
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
        const read = readBack(writeTimelineCsv(reader));
        expect(read.names).toEqual(columns);
        expect(read.rows.flatMap(({ doubts }) => doubts)).toEqual([]);
        const said = reader.list('events').map(({ id, fields: { actors: _, date, ...fields } }) => ({
          id,
          fields: { ...fields, date: date?.edtf ?? '', when: date === null ? '' : dateInWords(date).trim() },
        }));
        const back = read.rows
          .map(({ id, draft }) => ({ id, fields: draft?.fields ?? {} }))
          .map(({ id, fields }) => ({
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
