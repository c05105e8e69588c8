import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCsv } from './csv.ts';
import { columnsIn, guessMapping, isNamed } from './guess-columns.ts';
import { readRow } from './read-row.ts';
import type { RowReading, RowRules } from './read-row.ts';
import { readTable } from './read-table.ts';
import { targetList, withTarget } from './targets.ts';

const today = '2026-11-22';

/** What a table is taken for, and its rows as they are read then. */
function guessed(text: string, rules: Partial<RowRules> = {}) {
  const read = readTable(text, { fileName: 'x.csv' });
  if (read?.ok !== true) throw new Error('This is no table');
  const columns = columnsIn(read.value, isNamed(read.value));
  const mapping = guessMapping(columns);
  const { names, body } = columns;
  return { names, mapping, rows: body.map((row) => readRow(row, { names, mapping, order: null, today, ...rules })) };
}

describe('[IM28] columns', () => {
  it.each([
    ['Date,Event,Source,URL', '1 May 2021,A,Reuters,https://r.example/', 'date title source link'],
    ['date,title,details,weather', '2021,A,b,c', 'date title text note'],
    [
      'Subject,Start Date,Start Time,End Date,End Time,Location',
      'A,1 May 2021,10:00,2 May 2021,11:00,X',
      'title date time end note note',
    ],
    [
      'Year,Month,Day,Headline,Text,Media,Type,Group',
      '2021,5,1,A,b,https://x.example/p.png,,G',
      'year month day title text related note category',
    ],
    ['Fecha,Título,Fuente', '2021,A,B', 'date title source'],
    ['When,What happened,Who', '1 May 2021,A,B', 'date title actors'],
    ['x,y', '1 May 2021,The ship grounds', 'date title'],
    ['State,Title', 'Bavaria,A', 'note title'],
    ['Kind,Title', 'rumour of war,A', 'note title'],
  ])('%s', (header, row, expected) => {
    const { mapping } = guessed(`${header}\n${row}\n`);
    expect(mapping.join(' ')).toBe(expected);
  });

  it('without names are known by what is in them', () => {
    const { names, mapping } = guessed(
      '1 May 2021,Ship grounds,https://x.example/1,The bow lies in the eastern bank and the stern in the western one\n' +
        '2 May 2021,Tugs arrive,https://x.example/2,Eight of them pull at the bow of the ship the whole night\n',
    );
    expect(names).toEqual(['Column 1', 'Column 2', 'Column 3', 'Column 4']);
    expect(mapping).toEqual(['date', 'title', 'link', 'text']);
  });

  it('one that takes what another has gives that one to the description', () => {
    expect(withTarget(['title', 'text', 'text'], 1, 'title')).toEqual(['note', 'title', 'text']);
    expect(withTarget(['text', 'note'], 1, 'text')).toEqual(['text', 'text']);
  });
});

describe('[IM30] rows', () => {
  const [header, row] = ['Date,Title,End,Kind,Expected,Place,Actors,Source,Time', '1 May 2021'];
  const one = (rest: string): RowReading => {
    const [reading] = guessed(`${header}\n${rest}\n${'2 May 2021,Other,3 May 2021,event,no,,,,\n'.repeat(3)}`).rows;
    if (reading === undefined) throw new Error('There is no row');
    return reading;
  };

  it('give an event, its end, its state, and words that have no field with their name', () => {
    const reading = one(
      `${row},A,4 May 2021,Statement,yes,Suez,Osama Rabie; SCA,Reuters https://r.example/1.,7.40 am GMT`,
    );
    expect(reading).toMatchObject({
      draft: {
        fields: {
          ...{ title: 'A', date: { edtf: '2021-05-01/2021-05-04' }, nature: 'statement', expected: 'expected' },
          ...{ text: 'Place: Suez', time: '07:40', zone: 'GMT' },
        },
      },
      actors: ['Osama Rabie', 'SCA'],
      sources: [{ title: 'Reuters', address: 'https://r.example/1', relation: 'supports' }],
      doubts: [],
    });
  });

  it('what cannot be read is said, and its words are kept', () => {
    const reading = one('the other day,A,,rumour,perhaps,,,,');
    expect(reading.draft?.fields).toMatchObject({
      date: null,
      text: 'Date: the other day\nKind: rumour\nExpected: perhaps',
    });
    expect(reading.doubts).toHaveLength(3);
    expect(one(`${row},A,1 April 2021,,,,,,`)).toMatchObject({
      draft: { fields: { date: { edtf: '2021-05-01' }, text: 'End: 1 April 2021' } },
      doubts: [expect.stringContaining('It cannot end on 1 April 2021')],
    });
  });

  it('without a title are unsorted text', () => {
    expect(one(`${row},,,,,Suez,,,`)).toMatchObject({ draft: null, unsorted: 'Date: 1 May 2021\nPlace: Suez' });
  });

  it('a date ahead is expected unless the table says otherwise', () => {
    const [ahead] = guessed('Date,Title\n1 May 2031,A\n').rows;
    expect(ahead?.draft?.fields.expected).toBe('expected');
  });

  it('years of the columns of TimelineJS, before our era too', () => {
    const { rows } = guessed('Year,Month,Day,Headline\n-44,3,15,A\n1994,March,,B\n2021,13,1,C\n12021,,,D\n');
    expect(rows.map(({ draft }) => draft?.fields.date?.edtf ?? null)).toEqual([
      '-0043-03-15',
      '1994-03',
      null,
      'Y12021',
    ]);
    expect(rows[2]?.draft?.fields.text).toBe('Year: 2021\nMonth: 13\nDay: 1');
  });

  it('formulas are words, and a title as long as a text is cut where all of it is kept', () => {
    const { rows } = guessed(
      `Date,Title\n1 May 2021,"'=HYPERLINK(""https://x.example"")"\n2 May 2021,${'word '.repeat(200)}\n`,
    );
    expect(rows[0]?.draft?.fields.title).toBe('=HYPERLINK("https://x.example")');
    expect(rows[1]?.draft?.fields.title).toMatch(/^(?:word )+word…$/);
    expect(rows[1]?.draft?.fields.text).toBe('word '.repeat(200).trim());
  });

  it('no word is lost, whatever the columns are taken for', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'b', 'é', '0', '=', '<', ';', ' ', '\n', '北', '"'),
      maxLength: 12,
    });
    const target = fc.constantFrom(...targetList.filter((one) => one !== 'none'));
    fc.assert(
      fc.property(fc.array(fc.tuple(word, target), { minLength: 1, maxLength: 8 }), (columns) => {
        let mapping: RowRules['mapping'] = columns.map(() => 'note');
        columns.forEach(([, to], at) => (mapping = withTarget(mapping, at, to)));
        const names = columns.map((_, at) => `Name ${at}`);
        const reading = readRow(
          { line: 1, cells: columns.map(([cell]) => cell) },
          { names, mapping, order: 'day', today },
        );
        const said = JSON.stringify(reading).normalize();
        for (const [cell] of columns)
          for (const part of cell.normalize().match(/[\p{L}]+/gu) ?? []) expect(said).toContain(part);
      }),
    );
  });

  it('ten thousand are read in no time', () => {
    const rows = Array.from(
      { length: 10_000 },
      (_, at) => `${(at % 28) + 1} March 2021,Event ${at},Text ${at},Osama; SCA`,
    );
    const before = performance.now();
    expect(guessed(`Date,Title,Text,Actors\n${rows.join('\n')}\n`).rows).toHaveLength(10_000);
    expect(performance.now() - before).toBeLessThan(5000);
    expect(parseCsv(rows.join('\n')).ok).toBe(true);
  });
});
