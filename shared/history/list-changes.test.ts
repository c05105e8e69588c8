import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createEntry, prepareEntries, revealEntries } from '../story/commands/create-entry.ts';
import { deleteEntries, restoreEntries } from '../story/commands/delete-entry.ts';
import { keepNotePlaces } from '../story/commands/keep-note-place.ts';
import { moveEntry } from '../story/commands/move-entry.ts';
import { setAnyField, setStoryField } from '../story/commands/set-field.ts';
import type { Writer } from '../story/commands/writer.ts';
import { draftRoot, entriesMap } from '../story/document.ts';
import type { EntryRef } from '../story/ref.ts';
import { annotations } from '../story/sections/annotations/index.ts';
import type { Change, ChangesOf } from './change.ts';
import { collectNews } from './collect-news.ts';
import { ChangeList } from './list-changes.ts';
import { KeptJournal, minute, notebook, start } from './testing/kept-journal.suite.ts';

const first = { before: null, limit: 100 };

function changesOf(journal: KeptJournal, of: ChangesOf = { type: 'all' }): readonly Change[] {
  return new ChangeList(journal.archive()).page(of, first).changes;
}

/** A change in short: who, verb, what. */
function inShort(change: Change): string {
  if (change.type === 'many') return `${change.author} ${change.origin} of ${change.counts.length} kinds`;
  return [change.author, change.verb, change.title, change.field?.label].filter(Boolean).join(' ');
}

function withEvent() {
  const journal = new KeptJournal();
  const { writer } = journal;
  const event = journal.write({}, () => createEntry(writer, { kind: 'events', fields: { title: 'Aground' } }));
  return { journal, writer, event };
}

/** More than are listed one by one. */
function many(writer: Writer): readonly EntryRef[] {
  return Array.from({ length: 13 }, () => createEntry(writer, { kind: 'people', fields: {} }));
}

describe('a deletion beside an edit', () => {
  function apart(journal: KeptJournal): Writer {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(journal.doc));
    return { ...journal.writer, doc, author: 'Ilir' };
  }

  it('[HI14] deletes nothing where the edit came first', async () => {
    const { journal, writer, event } = withEvent();
    const ilir = apart(journal);
    deleteEntries(ilir, [event]);
    journal.wait(minute).write({}, () => setAnyField(writer, event, 'title', 'Aground at Suez'));
    const since = journal.now;
    const update = Y.encodeStateAsUpdate(ilir.doc);
    const remote = { author: 'Ilir', session: 'his', origin: 'remote' } as const;
    journal.wait(minute).write(remote, () => Y.applyUpdate(journal.doc, update));
    expect(changesOf(journal).map(inShort)).toEqual(['Mara changed Aground at Suez Title', 'Mara created Aground']);
    const pace = () => Promise.resolve();
    const news = await collectNews(journal.archive(), { since: { kept: since }, ignoring: [] }, pace);
    expect(news.entries).toBe(0);
  });

  it('[HI14] is taken back by an edit that comes later, and news tell it', async () => {
    const { journal, writer, event } = withEvent();
    const ilir = apart(journal);
    setAnyField(ilir, event, 'title', 'Aground at Suez');
    journal.wait(minute).write({}, () => deleteEntries(writer, [event]));
    const since = journal.now;
    const update = Y.encodeStateAsUpdate(ilir.doc);
    const remote = { author: 'Ilir', session: 'his', origin: 'remote' } as const;
    journal.wait(minute).write(remote, () => Y.applyUpdate(journal.doc, update));
    expect(changesOf(journal).map(inShort).sort()).toEqual([
      'Ilir changed Aground at Suez Title',
      'Ilir restored Aground at Suez',
      'Mara created Aground',
      'Mara deleted Aground',
    ]);
    const pace = () => Promise.resolve();
    const news = await collectNews(journal.archive(), { since: { kept: since }, ignoring: [] }, pace);
    expect(news.sections[0]?.items[0]).toMatchObject({ verb: 'restored', authors: ['Ilir'] });
    journal.wait(minute).write({}, () => deleteEntries(writer, [event]));
    expect(changesOf(journal).slice(0, 1).map(inShort)).toEqual(['Mara deleted Aground at Suez']);
  });
});

describe('lists of changes', () => {
  it('[HI3] tells what somebody did to an entry, the latest first', () => {
    const { journal, writer, event } = withEvent();
    const other = journal
      .wait(minute)
      .write({}, () => createEntry(writer, { kind: 'events', fields: { title: 'Afloat' } }));
    journal.wait(minute).write({ author: 'Ilir' }, () => setAnyField(writer, event, 'title', 'Aground at Suez'));
    journal.wait(minute).write({ author: 'Ilir' }, () => moveEntry(writer, event, other.id));
    journal.wait(minute).write({}, () => deleteEntries(writer, [event]));
    journal.wait(minute).write({}, () => restoreEntries(writer, [event]));
    expect(changesOf(journal, { type: 'entry', ref: event }).map(inShort)).toEqual([
      'Mara restored Aground at Suez',
      'Mara deleted Aground at Suez',
      'Ilir moved Aground at Suez',
      'Ilir changed Aground at Suez Title',
      'Mara created Aground',
    ]);
    expect(changesOf(journal, { type: 'field', ref: event, field: 'title' })).toHaveLength(1);
    expect(changesOf(journal)).toHaveLength(6);
  });

  it('[HI7] where the words of a note are, kept up to date by the program, is nobody’s change', () => {
    const journal = new KeptJournal();
    const { writer } = journal;
    const note = journal.write({}, () => createEntry(writer, annotations.fixture()));
    const place = annotations.fixture().fields.place;
    if (place === null || place === undefined) throw new Error('The fixture is about some words');
    journal
      .wait(minute)
      .write({}, () => keepNotePlaces(writer, new Map([[note.id, { ...place, start: 'AA==', end: 'AQ==' }]])));
    expect(changesOf(journal).map(({ type, ...change }) => ('verb' in change ? change.verb : type))).toEqual([
      'created',
    ]);
  });

  it('[HI3] calls an entry what it was called then', () => {
    const { journal, writer, event } = withEvent();
    journal.wait(10 * minute).write({}, () => setAnyField(writer, event, 'category', 'Salvage'));
    journal.wait(10 * minute).write({}, () => setAnyField(writer, event, 'title', 'Afloat'));
    expect(changesOf(journal).map(inShort)).toEqual([
      'Mara changed Afloat Title',
      'Mara changed Aground Category',
      'Mara created Aground',
    ]);
  });

  it('[HI4] typing is one change, until a pause, another person or another means', () => {
    const { journal, writer, event } = withEvent();
    const type = (text: string): void => setAnyField(writer, event, 'text', text);
    for (let letter = 1; letter <= 300; letter += 1) journal.wait(1000).write({}, () => type('x'.repeat(letter)));
    expect(changesOf(journal, { type: 'field', ref: event, field: 'text' })).toHaveLength(1);
    journal.wait(6 * minute).write({}, () => type('six days'));
    journal.write({ author: 'Ilir', session: 'second' }, () => type('six long days'));
    journal.write({ author: 'Ilir', session: 'second', origin: 'undo' }, () => type('six days'));
    const list = new ChangeList(journal.archive());
    const { changes } = list.page({ type: 'field', ref: event, field: 'text' }, first);
    expect(changes.map(({ author, origin }) => [author, origin])).toEqual([
      ['Ilir', 'undo'],
      ['Ilir', 'edit'],
      ['Mara', 'edit'],
      ['Mara', 'edit'],
    ]);
    expect(changes.map(({ id }) => list.values(id)?.after)).toEqual([
      'six days',
      'six long days',
      'six days',
      'x'.repeat(300),
    ]);
    expect(changes[3]).toMatchObject({ from: start + 1000, at: start + 300_000, first: 3, last: 302 });
  });

  it('[HI6] an import is one change with counts, and what is inside is told when asked for', () => {
    const { journal, writer, event } = withEvent();
    const step = { origin: 'import', step: 4 } as const;
    const drafts = Array.from({ length: 50 }, (_, index) => ({ kind: 'events', fields: { title: `Event ${index}` } }));
    const made = journal.write(step, () => prepareEntries(writer, 'events', drafts));
    journal.write(step, () => revealEntries(writer, made.slice(0, 25)));
    journal.write(step, () => revealEntries(writer, made.slice(25)));
    journal.write(step, () => {
      setAnyField(writer, event, 'title', 'Aground at Suez');
      setStoryField(writer, 'title', 'Six days');
    });
    const list = new ChangeList(journal.archive());
    const [many, ...before] = list.page({ type: 'all' }, first).changes;
    expect(before.map(inShort)).toEqual(['Mara created Aground']);
    expect(many).toMatchObject({
      type: 'many',
      origin: 'import',
      storyFields: 1,
      begins: false,
      counts: [
        { kind: 'events', verb: 'created', count: 50 },
        { kind: 'events', verb: 'changed', count: 1 },
      ],
    });
    const inside = list.page({ type: 'inside', change: many?.id ?? '' }, { before: null, limit: 10 });
    expect(inside.changes).toHaveLength(10);
    expect(
      list.page({ type: 'inside', change: many?.id ?? '' }, { before: inside.next, limit: 100 }).changes,
    ).toHaveLength(42);
    expect(changesOf(journal, { type: 'entry', ref: event }).map(inShort)).toEqual([
      'Mara changed Aground at Suez Title',
      'Mara created Aground',
    ]);
  });

  it('[HI6] a stroke that touches many is one change too, and so is what was there when history begins', () => {
    const { journal, writer } = withEvent();
    const refs = journal.write({ step: 1 }, () => many(writer));
    journal.write({ step: 2 }, () => deleteEntries(writer, refs));
    expect(changesOf(journal).slice(0, 2)).toMatchObject([
      { type: 'many', origin: 'edit', counts: [{ kind: 'people', verb: 'deleted', count: 13 }] },
      { type: 'many', origin: 'edit', counts: [{ kind: 'people', verb: 'created', count: 13 }] },
    ]);
    const second = new KeptJournal(Y.encodeStateAsUpdate(journal.doc));
    second.write({ author: 'Ilir' }, () => setStoryField(second.writer, 'title', 'Six days'));
    expect(changesOf(second).map(inShort)).toEqual(['Ilir changed Title', 'Mara merge of 1 kinds']);
    expect(changesOf(second)[1]).toMatchObject({
      begins: true,
      counts: [{ kind: 'events', verb: 'created', count: 1 }],
    });
    expect(second.archive().beginning()).toEqual({ kept: start, hadContent: true });
    expect(journal.archive().beginning()).toEqual({ kept: start, hadContent: false });
  });

  it('[HI7] bookkeeping and what leaves nothing behind are not shown', () => {
    const journal = new KeptJournal();
    const { writer } = journal;
    const price = journal.write({}, () => createEntry(writer, { kind: 'indicators', fields: { value: '9.6' } }));
    journal.wait(10 * minute).write({}, () => setAnyField(writer, price, 'value', '10'));
    journal.wait(10 * minute).write({}, () => setAnyField(writer, price, 'label', 'Trade'));
    journal.wait(minute).write({}, () => setAnyField(writer, price, 'label', ''));
    expect(changesOf(journal, { type: 'entry', ref: price }).map(inShort)).toEqual([
      'Mara changed 10 Value',
      'Mara created 9.6',
    ]);
  });

  it('[HI7] giving a new entry its name is part of creating it', () => {
    const journal = new KeptJournal();
    const { writer } = journal;
    const pilot = journal.write({}, () => createEntry(writer, { kind: 'people', fields: {} }));
    journal.wait(minute).write({}, () => setAnyField(writer, pilot, 'name', 'Pil'));
    journal.wait(1000).write({}, () => setAnyField(writer, pilot, 'name', 'Pilot'));
    journal.wait(1000).write({}, () => setAnyField(writer, pilot, 'role', 'Guides ships'));
    expect(changesOf(journal).map(inShort)).toEqual(['Mara changed Pilot Role', 'Mara created Pilot']);
    expect(changesOf(journal)[1]).toMatchObject({ from: start, at: start + minute + 1000 });
    expect(changesOf(journal, { type: 'field', ref: pilot, field: 'name' })).toHaveLength(1);
    journal.wait(10 * minute).write({}, () => setAnyField(writer, pilot, 'name', 'Harbour pilot'));
    expect(changesOf(journal).map(inShort)[0]).toBe('Mara changed Harbour pilot Name');
    expect(changesOf(journal, { type: 'entry', ref: pilot })).toHaveLength(3);
  });

  it('[HI3] tells of a draft’s text', () => {
    const journal = new KeptJournal();
    const ref = journal.write({}, () => createEntry(journal.writer, { kind: 'drafts', fields: { title: 'Letter' } }));
    const doc = journal.draft(ref.id);
    const text = new Y.XmlText('Most arrived.');
    journal.wait(minute).write({}, () => {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [text]);
      draftRoot(doc).insert(0, [paragraph]);
    });
    journal.wait(10 * minute).write({ author: 'Ilir' }, () => text.insert(5, 'ships '));
    const changes = changesOf(journal, { type: 'entry', ref });
    expect(changes.map(inShort)).toEqual([
      'Ilir changed Letter Text',
      'Mara changed Letter Text',
      'Mara created Letter',
    ]);
    expect(changes[0]).toMatchObject({
      subject: { type: 'draft', ref },
      difference: { parts: [{ text: 'Most ' }, { kind: 'added', text: 'ships ' }, { text: 'arrived.' }] },
    });
    expect(changesOf(journal, { type: 'draft', id: ref.id })).toHaveLength(2);
  });

  it('[HI13] keeps what only a newer version knows, and does not list it', () => {
    const { journal, event } = withEvent();
    journal.write({}, () => {
      journal.doc.getMap('entries.prophecies').set('p', new Y.Map());
      entriesMap(journal.doc, 'events').get(event.id)?.set('omen', 'raven');
    });
    expect(changesOf(journal).map(inShort)).toEqual(['Mara created Aground']);
    const { reader } = journal.archive().root;
    expect(reader.unknownKinds()).toEqual(new Map([['prophecies', 1]]));
    expect(reader.entry('events', event.id)?.extra).toEqual({ omen: 'raven' });
  });

  it('[HI1] a row that is left out does not stop the others', () => {
    const { journal, writer, event } = withEvent();
    journal.write({}, () => setAnyField(writer, event, 'title', 'Lost'));
    journal.write({ author: 'Ilir' }, () => setStoryField(writer, 'title', 'Six days'));
    journal.rows.splice(2, 1);
    // The store hands what is missing to the journal again.
    journal.write({ origin: 'merge' }, () => Y.applyUpdate(journal.doc, Y.encodeStateAsUpdate(journal.doc)));
    const bytes = Y.encodeStateAsUpdate(journal.doc).slice();
    journal.rows.push({
      seq: 9,
      doc: notebook,
      bytes,
      at: start,
      kept: start,
      author: '',
      authorId: null,
      session: 'x',
      origin: 'merge',
      step: 0,
    });
    const { root } = journal.archive();
    expect(root.reader.story().fields.title).toBe('Six days');
    expect(root.reader.titleOf(event)).toBe('Lost');
  });

  it('[HI1] what is no update is left out and counted', () => {
    const { journal, writer } = withEvent();
    const [row] = journal.write({}, () => journal.rows);
    if (row !== undefined) journal.rows.push({ ...row, seq: 3, bytes: new Uint8Array([1, 2, 3, 255]) });
    journal.write({}, () => setStoryField(writer, 'title', 'Six days'));
    const archive = journal.archive();
    expect([archive.unreadable, archive.root.reader.story().fields.title]).toEqual([1, 'Six days']);
  });

  it('gives sittings, joining those with the shortest pauses', () => {
    const journal = new KeptJournal();
    const { writer } = journal;
    for (const pause of [1, 20, 10, 60, 2])
      journal.wait(pause * minute).write({}, () => setStoryField(writer, 'title', `${journal.now}`));
    const at = (minutes: number): number => start + minutes * minute;
    const archive = journal.archive();
    expect(archive.sittings(10)).toEqual([
      { from: at(0), to: at(1), rows: 2 },
      { from: at(21), to: at(21), rows: 1 },
      { from: at(31), to: at(31), rows: 1 },
      { from: at(91), to: at(93), rows: 2 },
    ]);
    expect(archive.sittings(2)).toEqual([
      { from: at(0), to: at(31), rows: 4 },
      { from: at(91), to: at(93), rows: 2 },
    ]);
  });
});

describe('news', () => {
  it('[HI8] [HI10] groups by section what others did, and by whom', async () => {
    const { journal, writer, event } = withEvent();
    const row = journal.rows.length;
    const ilir = { author: 'Ilir', session: 'theirs' };
    const person = journal
      .wait(minute)
      .write(ilir, () => createEntry(writer, { kind: 'people', fields: { name: 'Rabie' } }));
    journal.wait(minute).write(ilir, () => setAnyField(writer, event, 'title', 'Aground at Suez'));
    journal
      .wait(minute)
      .write({ author: 'Edda', session: 'other' }, () => setAnyField(writer, event, 'text', 'In gusts.'));
    const passing = journal.write(ilir, () => createEntry(writer, { kind: 'people', fields: { name: 'Nobody' } }));
    journal.write(ilir, () => deleteEntries(writer, [passing]));
    journal.write({ session: 'mine' }, () => setAnyField(writer, event, 'category', 'Salvage'));
    const query = { since: { row }, ignoring: ['mine'] };
    const news = await collectNews(journal.archive(), query, () => Promise.resolve());
    expect(news).toMatchObject({ entries: 2, authors: ['Edda', 'Ilir'], upTo: journal.rows.length });
    expect(
      news.sections.map(({ kind, items }) => [kind, ...items.map(({ ref, verb, authors }) => [ref.id, verb, authors])]),
    ).toEqual([
      ['people', [person.id, 'created', ['Ilir']]],
      ['events', [event.id, 'changed', ['Edda', 'Ilir']]],
    ]);
    expect(news.sections[1]?.items[0]?.fields.map(({ field }) => field.name)).toEqual(['title', 'text']);
    expect([news.from, news.to]).toEqual([start + minute, start + 3 * minute]);
  });
});
