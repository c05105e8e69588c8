import { describe, expect, it } from 'vitest';
import { applyImport } from '../../story/commands/apply-import.ts';
import { StoryReader } from '../../story/reading/reader.ts';
import { peer } from '../../story/testing/peers.ts';
import { columnsIn, guessMapping } from './guess-columns.ts';
import { draftOfTable } from './draft-of-table.ts';
import { readRow } from './read-row.ts';
import { readTable } from './read-table.ts';
import { SameEvents } from './same-events.ts';
import { changesOfRows, nothingKnownToRows, RowTaker, sourceKey } from './take-rows.ts';
import type { KnownToRows, NewNames } from './take-rows.ts';

const table = `Date,Title,Actors,Source
1 May 2021,First,Osama Rabie; Nobody,Reuters https://r.example/1
,Between,,
2 May 2021,Second,SCA,http://www.r.example/1/
,,,Lost
`;

function taken(known: KnownToRows, newNames: NewNames) {
  let next = 0;
  const taker = new RowTaker({ known, newNames, under: 'x.csv', newId: () => `new-${(next += 1)}` });
  const read = readTable(table, { fileName: 'x.csv' });
  if (read?.ok !== true) throw new Error('This is no table');
  const { names, body } = columnsIn(read.value, true);
  const rules = { names, mapping: guessMapping({ names, body }), order: null, today: '2026-11-22' };
  for (const row of body) taker.add(readRow(row, rules));
  return taker.taken();
}

const known: KnownToRows = {
  actors: new Map([
    ['osama rabie', { kind: 'people', id: 'p' }],
    ['sca', { kind: 'organizations', id: 'o' }],
  ]),
  sources: new Map([[sourceKey({ title: '', address: 'https://r.example/1' }), { kind: 'sources', id: 's' }]]),
};

describe('[IM34] what rows become', () => {
  it('names and sources that the notebook knows are those; other names are words', () => {
    const { events, actors, sources, evidence, unsorted } = taken(known, 'text');
    expect(events.map(({ draft: { fields } }) => [fields['title'], fields['actors'], fields['text']])).toEqual([
      ['Second', [{ kind: 'organizations', id: 'o' }], ''],
      ['Between', [], ''],
      ['First', [{ kind: 'people', id: 'p' }], 'Actors: Nobody'],
    ]);
    expect([actors, sources]).toEqual([[], []]);
    expect(evidence.map(({ fields }) => fields)).toEqual([
      { from: { kind: 'sources', id: 's' }, to: { kind: 'events', id: 'new-1' }, relation: 'supports' },
      { from: { kind: 'sources', id: 's' }, to: { kind: 'events', id: 'new-3' }, relation: 'supports' },
    ]);
    expect(unsorted).toEqual([{ kind: 'unsorted', fields: { text: 'Source: Lost', under: 'x.csv' } }]);
  });

  it('or new people, each once; one source for one address; all in one import, newest first', async () => {
    const rows = taken(nothingKnownToRows, 'people');
    expect(rows.actors.map(({ fields }) => fields['name'])).toEqual(['Osama Rabie', 'Nobody', 'SCA']);
    expect(rows.sources.map(({ fields }) => fields)).toEqual([{ title: 'Reuters', address: 'https://r.example/1' }]);
    const { doc, writer } = peer('ada');
    const applied = await applyImport(writer, changesOfRows(rows, 'Canal'));
    const reader = new StoryReader(doc);
    expect(applied.ok && reader.story().fields.title).toBe('Canal');
    expect(reader.list('events').map(({ fields }) => fields.title)).toEqual(['Second', 'Between', 'First']);
    const [link] = reader.list('evidence');
    expect(
      link && [
        reader.titleOf(link.fields.from ?? { kind: '', id: '' }),
        reader.titleOf(link.fields.to ?? { kind: '', id: '' }),
      ],
    ).toEqual(['Reuters', 'First']);
    const first = reader.list('events').find(({ fields }) => fields.title === 'First');
    expect(first?.fields.actors.map((ref) => reader.titleOf(ref))).toEqual(['Osama Rabie', 'Nobody']);
  });
});

describe('[IM34] events that are here already', () => {
  const here = new SameEvents();
  here.add({ id: 'e', title: 'The ship “grounds”', date: { edtf: '2021-03-23' }, line: 0 });
  here.add({ id: 'u', title: 'Undated', date: null, line: 0 });
  it.each([
    ['by the same title and day', 'the ship grounds', '2021-03-23', '', 'e'],
    ['by a month that has the day', 'The ship grounds!', '2021-03', '', 'e'],
    ['by id', 'Renamed', '2020', 'e', 'e'],
    ['where one has no date', 'Undated', '2020', '', 'u'],
    ['not on another day', 'The ship grounds', '2021-03-24', '', null],
    ['not by another title', 'The ship floats', '2021-03-23', '', null],
    ['not without a title', '…', '2021-03-23', '', null],
  ])('%s', (_, title, edtf, id, expected) => {
    expect(here.find(title, { edtf }, id)?.id ?? null).toBe(expected);
  });
});

describe('[IM29] a table that nobody can be asked about', () => {
  const draft = (text: string, order: 'day' | null) => {
    const read = readTable(text, { fileName: 'x.csv' });
    if (read?.ok !== true) throw new Error('This is no table');
    return draftOfTable(read.value, { fileName: 'x.csv', today: '2026-11-22', order, newId: () => 'id' });
  };
  it('gives a draft, or the date that could be read in two ways', () => {
    expect(draft('Date,Title\n01/02/2021,A\n', null)).toEqual({ ok: false, error: '01/02/2021' });
    expect(draft('Date,Title\n01/02/2021,A\n,\n,,B\n', 'day')).toMatchObject({
      ok: true,
      value: {
        format: 'table',
        entries: [{ draft: { fields: { title: 'A', date: { edtf: '2021-02-01' } } }, line: 2 }],
        unsorted: [{ text: 'Column 3: B', under: 'x.csv', line: 4 }],
      },
    });
  });
});
