import { describe, expect, it } from 'vitest';
import { createEntry } from '../story/commands/create-entry.ts';
import { deleteEntries } from '../story/commands/delete-entry.ts';
import { linkEvidence } from '../story/commands/link-evidence.ts';
import { setAnyField } from '../story/commands/set-field.ts';
import type { DraftBlock, DraftCite } from '../story/draft-block.ts';
import { StoryReader } from '../story/reading/reader.ts';
import type { EntryRef } from '../story/ref.ts';
import { plainFromRich } from '../story/rich-text.ts';
import { peer } from '../story/testing/peers.ts';
import { changesSince, citeAll, citeDraft, evidenceIn, seenOf } from './index.ts';

const [first, second] = ['a'.repeat(64), 'b'.repeat(64)];
const at = '2021-03-27T08:00:00.000Z';

function canal() {
  const { doc, writer } = peer('citing');
  const reader = new StoryReader(doc);
  const make = (kind: string, fields: Readonly<Record<string, unknown>>): EntryRef =>
    createEntry(writer, { kind, fields });
  const capture = (hash: string, capturedAt = '2021-03-26T09:12:00.000Z') => ({
    hash,
    name: 's.txt',
    mediaType: 'text/plain',
    size: 3,
    capturedAt,
  });
  const book = make('sources', {
    title: 'Canals',
    authors: ['Osei, Ama'],
    published: { edtf: '2015' },
    reliability: 'b',
    captures: [capture(first), capture(second)],
  });
  const bare = make('sources', { address: 'https://port.example/log' });
  const passage = make('passages', {
    source: book,
    capture: first,
    quote: { exact: 'a gust of\n40 knots', prefix: '', suffix: '' },
    position: { start: 0, end: 18, page: 12 },
  });
  const event = make('events', { title: 'Ship refloated', date: { edtf: '2021-03-29' } });
  const link = (from: EntryRef, to: EntryRef): void => {
    expect(linkEvidence(writer, { from, to, relation: 'supports', credibility: '2' }).ok).toBe(true);
  };
  const trash = (ref: EntryRef): void => void deleteEntries(writer, [ref]);
  const set = (ref: EntryRef, field: string, value: unknown): void => void setAnyField(writer, ref, field, value);
  return { reader, make, book, bare, passage, event, link, trash, set, capture };
}

type Notebook = Pick<ReturnType<typeof canal>, 'reader'>;

function marks({ reader }: Notebook, style: 'numeric' | 'author-date' | 'notes', ...citations: readonly DraftCite[][]) {
  return citeAll(citations, { style, notebook: reader }).citations.map(({ mark }) => plainFromRich(mark));
}

const list = ({ reader }: Notebook, style: 'numeric' | 'author-date' | 'notes', ...cites: readonly DraftCite[]) =>
  citeAll([cites], { style, notebook: reader }).bibliography.map(
    ({ label, runs }) => `${label} ${plainFromRich(runs)}`,
  );

describe('what a citation leads to', () => {
  it('[CG1] a source cites itself, a passage its source with its page, in every style', () => {
    const notebook = canal();
    const { book, passage, bare } = notebook;
    const citations = [[{ ref: passage }], [{ ref: bare }, { ref: book, locator: 'ch. 2', prefix: 'see' }]];
    expect(marks(notebook, 'numeric', ...citations)).toEqual(['[1, p. 12]', '[2; see 1, ch. 2]']);
    expect(marks(notebook, 'author-date', ...citations)[0]).toBe('(Osei 2015, 12)');
    expect(marks(notebook, 'notes', ...citations)[0]).toMatch(/^Ama Osei, “Canals,” 2015, 12\.$/);
    expect(marks(notebook, 'numeric', [{ ref: passage, locator: '14' }])).toEqual(['[1, p. 14]']);
  });

  it('[CG1] notes carry the passage, and the capture that it was marked in; a source its newest capture', () => {
    const { reader, passage, book } = canal();
    const { citations, bibliography } = citeAll([[{ ref: passage }], [{ ref: book }]], {
      style: 'numeric',
      notebook: reader,
    });
    expect(citations[0]?.note).toMatchObject({ quote: 'a gust of 40 knots', fingerprint: first });
    expect(plainFromRich(citations[0]?.note.text ?? [])).toMatch(/Osei/);
    expect(citations[0]?.works).toMatchObject([{ listed: book, passage, grade: 'Usually reliable', locator: '12' }]);
    expect(citations[1]?.note).toMatchObject({ quote: '', fingerprint: second });
    expect(bibliography).toMatchObject([{ ref: book, label: '1', fingerprint: second, lacks: [] }]);
  });

  it('[CG2] an entry leads to the sources that support it, each passage once, with both grades', () => {
    const notebook = canal();
    const { reader, book, bare, passage, event, link } = notebook;
    link(passage, event);
    link(passage, { ...event, field: 'date' });
    link(bare, event);
    const citation = [{ ref: event, prefix: 'see', suffix: 'among others' }];
    expect(marks(notebook, 'numeric', citation)).toEqual(['[see 1, p. 12; 2, among others]']);
    const [cited] = citeAll([citation], {
      style: 'notes',
      notebook: reader,
      evidenceFor: evidenceIn(reader),
    }).citations;
    expect(cited?.works).toMatchObject([
      { ref: event, listed: book, grade: 'Usually reliable · Probably true' },
      { ref: event, listed: bare, quote: '' },
    ]);
  });

  it('[CG2] an entry that nothing supports is cited as an entry of this notebook', () => {
    const notebook = canal();
    const { event, make } = notebook;
    const person = { ref: make('people', { name: 'Osama Rabie' }) };
    const voice = { ref: make('voices', { name: 'Ferdinand de Lesseps' }) };
    expect(marks(notebook, 'author-date', [{ ref: event }])).toEqual(['(“Ship refloated” 2021)']);
    expect(list(notebook, 'numeric', { ref: event })).toEqual([
      '1 Ship refloated [timeline of this notebook]. 2021 Mar 29.',
    ]);
    expect(marks(notebook, 'notes', [{ ref: event }], [person])).toEqual([
      '“Ship refloated” (timeline of this notebook, 29 March 2021).',
      '“Osama Rabie” (people of this notebook, n.d.).',
    ]);
    expect(list(notebook, 'notes', voice)[0]).toMatch(/Fiction, .* of this notebook/);
  });

  it('[CG3] what is in the trash or unknown is "source missing", and is not listed', () => {
    const notebook = canal();
    const { passage, book, bare, trash } = notebook;
    trash(book);
    const citations = [[{ ref: passage }], [{ ref: { kind: 'boats', id: '1' } }, { ref: bare }]];
    expect(marks(notebook, 'numeric', ...citations)).toEqual(['[source missing]', '[source missing, 1]']);
    expect(list(notebook, 'numeric', { ref: book })).toEqual([]);
  });

  it('[CG4] the list says what a source does not', () => {
    const { reader, bare } = canal();
    expect(citeAll([[{ ref: bare }]], { style: 'author-date', notebook: reader }).bibliography).toMatchObject([
      { lacks: ['title', 'author', 'date'] },
    ]);
  });

  it('[CG1] citations of a draft are read in lists and tables too, in reading order', () => {
    const { reader, book, bare } = canal();
    const paragraph = (ref: EntryRef): DraftBlock => ({ type: 'paragraph', spans: [{ text: '', cites: [{ ref }] }] });
    const blocks: readonly DraftBlock[] = [
      { type: 'table', rows: [{ cells: [{ header: false, blocks: [paragraph(bare)] }] }] },
      {
        type: 'list',
        ordered: false,
        items: [{ spans: [{ text: '', cites: [{ ref: book }] }], depth: 0, ordered: false }],
      },
      paragraph(bare),
    ];
    const { citations } = citeDraft(blocks, { style: 'numeric', notebook: reader });
    expect(citations.map(({ mark }) => plainFromRich(mark))).toEqual(['[1]', '[2]', '[1]']);
  });
});

describe('what has changed since', () => {
  it('[CG5] names the fields of the entry that say something else, in words', () => {
    const { reader, event, set } = canal();
    const cite = { ref: event, seen: seenOf(reader, event, at) };
    expect(changesSince(reader, cite)).toEqual([]);
    set(event, 'date', { edtf: '2021-03-30' });
    set(event, 'expected', 'expected');
    expect(changesSince(reader, cite)).toEqual([
      { label: 'When', from: '29 March 2021', to: '30 March 2021' },
      { label: 'State', from: 'Happened', to: 'Expected' },
    ]);
  });

  it('[CG5] a passage is stale where its source says something else, or was captured again; not for its colour', () => {
    const { reader, passage, book, set, capture } = canal();
    const cite = { ref: passage, seen: seenOf(reader, passage, at) };
    set(passage, 'colour', 'red');
    set(passage, 'note', [{ text: 'Hm' }]);
    expect(changesSince(reader, cite)).toEqual([]);
    set(book, 'reliability', 'e');
    set(book, 'captures', [capture(first), capture(second), capture('c'.repeat(64), '2021-04-01T00:00:00.000Z')]);
    expect(changesSince(reader, cite)).toEqual([
      { label: 'Source: reliability', from: 'Usually reliable', to: 'Unreliable' },
      { label: 'Source: captures', from: '2021-03-26 (bbbbbbbbbbbb)', to: '2021-04-01 (cccccccccccc)' },
    ]);
  });

  it('[CG5] notices a change at the end of a long text, and keeps no more than its beginning', () => {
    const { reader, event, set } = canal();
    set(event, 'text', 'gust '.repeat(2000));
    const cite = { ref: event, seen: seenOf(reader, event, at) };
    expect(cite.seen.fields['text']?.length).toBeLessThan(2100);
    set(event, 'text', `${'gust '.repeat(2000)}twice`);
    expect(changesSince(reader, cite)).toMatchObject([{ label: 'Description' }]);
  });

  it('[CG5] says nothing where nobody noted what it said, or the entry is gone', () => {
    const { reader, event, trash } = canal();
    const seen = seenOf(reader, event, at);
    expect(changesSince(reader, { ref: event })).toEqual([]);
    trash(event);
    expect(changesSince(reader, { ref: event, seen })).toEqual([]);
  });
});
