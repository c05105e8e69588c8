import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { StoryReader } from '../reading/reader.ts';
import { findSection, section, sectionKinds } from '../sections.ts';
import { createEntry } from './create-entry.ts';
import { deleteEntries } from './delete-entry.ts';
import { putBackEntry, putBackField, putBackStoryField } from './put-back.ts';
import { setAnyField, setStoryField } from './set-field.ts';
import { CommandOrigin } from './writer.ts';
import type { Writer } from './writer.ts';

function newWriter(doc = new Y.Doc()): Writer {
  let made = 0;
  return { doc, newId: () => `id-${(made += 1)}`, now: () => '2026-03-03T12:00:00.000Z', author: 'Mara' };
}

/** A reader of the state a document is in now. */
function stateOf(writer: Writer): StoryReader {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(writer.doc));
  return new StoryReader(doc);
}

describe('putting back an entry', () => {
  it.each(sectionKinds)('gives %s all its fields back, and one undo takes that back', (kind) => {
    const writer = newWriter();
    const ref = createEntry(writer, section(kind).fixture());
    const past = stateOf(writer).entry(kind, ref.id);
    for (const [name, field] of Object.entries(findSection(kind)?.fields ?? {}))
      setAnyField(writer, ref, name, field.empty);
    deleteEntries(writer, [ref]);
    const reader = new StoryReader(writer.doc);
    const emptied = reader.entry(kind, ref.id);
    const undo = new Y.UndoManager(writer.doc, { trackedOrigins: new Set([CommandOrigin]) });

    putBackEntry(writer, ref, past);
    const now = reader.entry(kind, ref.id);
    expect(now?.fields).toEqual(past?.fields);
    expect(now?.deletedAt).toBeNull();

    undo.undo();
    expect(reader.entry(kind, ref.id)?.fields).toEqual(emptied?.fields);
    expect(reader.entry(kind, ref.id)?.deletedAt).not.toBeNull();
  });

  it('puts what was not there in the trash', () => {
    const writer = newWriter();
    const ref = createEntry(writer, section('people').fixture());
    putBackEntry(writer, ref, undefined);
    const reader = new StoryReader(writer.doc);
    expect(reader.ids('people')).toEqual([]);
    expect(reader.deleted('people').map(({ id }) => id)).toEqual([ref.id]);
  });
});

describe('putting back a field', () => {
  it('takes a value the field can read, and no other', () => {
    const writer = newWriter();
    const ref = createEntry(writer, { kind: 'people', fields: { name: 'Osama Rabie' } });
    const reader = new StoryReader(writer.doc);
    putBackField(writer, ref, 'name', 'Osama Mounir Rabie');
    expect(reader.entry('people', ref.id)?.fields.name).toBe('Osama Mounir Rabie');
    putBackField(writer, ref, 'name', 7);
    putBackField(writer, ref, 'no such field', 'x');
    expect(reader.entry('people', ref.id)?.fields.name).toBe('Osama Mounir Rabie');
  });

  it('works for what a notebook holds once', () => {
    const writer = newWriter();
    setStoryField(writer, 'title', 'Six days');
    const reader = new StoryReader(writer.doc);
    putBackStoryField(writer, 'title', 'Five days');
    putBackStoryField(writer, 'overview', [{ text: 'A ship ' }, { text: 'swung', bold: true }]);
    putBackStoryField(writer, 'no such field', 'x');
    expect(reader.story().fields.title).toBe('Five days');
    expect(reader.story().fields.overview).toEqual([{ text: 'A ship ' }, { text: 'swung', bold: true }]);
  });
});
