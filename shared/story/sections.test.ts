import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createEntry } from './commands/create-entry.ts';
import { deleteEntries, restoreEntries } from './commands/delete-entry.ts';
import { setAnyField } from './commands/set-field.ts';
import { CommandOrigin } from './commands/writer.ts';
import { entriesMap } from './document.ts';
import { isEntryKey } from './entry.ts';
import type { EntryDraft } from './entry.ts';
import { StoryReader } from './reading/reader.ts';
import * as registry from './registry.ts';
import { isSectionKind, sectionList } from './sections.ts';
import type { AnySection } from './sections.ts';
import { connect, peer } from './testing/peers.ts';

const kinds = sectionList.map((section) => [section.kind, section] as const);

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function idsOf(reader: StoryReader, kind: string): readonly string[] {
  return isSectionKind(kind) ? reader.ids(kind) : [];
}

/** A different value of the same type for every field of the fixture. */
function changed(section: AnySection, name: string): unknown {
  const field = section.fields[name];
  const value = section.fixture().fields[name];
  if (field?.storage === 'rich') return [...list(value), { text: ' Added.', bold: true, italic: true }];
  if (field?.storage === 'text') return `${String(value)} Added.`;
  if (field?.storage === 'list') return list(value).slice(1);
  if (field?.type === 'choice') return Object.keys(field.choices ?? {}).find((choice) => choice !== value);
  if (field?.type === 'line') return `${String(value)} changed`;
  return field?.empty;
}

it('[ST1] every section is exported under its kind', () => {
  for (const [name, section] of Object.entries(registry)) expect(section.kind).toBe(name);
});

describe.each(kinds)('section %s', (kind, section) => {
  const names = Object.keys(section.fields);

  it('[ST1] has a fixture that fills every field', () => {
    const { fields } = section.fixture();
    for (const name of names) expect(fields[name], name).not.toEqual(undefined);
    for (const name of names) expect(section.fields[name]?.parse(fields[name]), name).toEqual(fields[name]);
  });

  it('[ST2] names no field like a key of the entry itself', () => {
    expect(names.filter(isEntryKey)).toEqual([]);
  });

  it('[ST3] round-trips its fixture through the document and its encoding', () => {
    const { doc, writer } = peer('alice');
    const ref = createEntry(writer, section.fixture());
    const copy = new Y.Doc();
    Y.applyUpdateV2(copy, Y.encodeStateAsUpdateV2(doc));
    const entry = new StoryReader(copy).entry(kind, ref.id);
    expect(entry?.fields).toEqual(section.fixture().fields);
    expect(entry?.problems).toEqual([]);
  });

  it('[ST4] keeps the concurrent edits of two people to different fields', () => {
    const alice = peer('alice');
    const ref = createEntry(alice.writer, section.fixture());
    const bob = peer('bob', alice.doc);
    const [first, ...rest] = names;
    if (first !== undefined) setAnyField(alice.writer, ref, first, changed(section, first));
    for (const name of rest) setAnyField(bob.writer, ref, name, changed(section, name));
    connect(alice.doc, bob.doc);
    for (const { doc } of [alice, bob]) {
      const entry = new StoryReader(doc).entry(kind, ref.id);
      for (const name of names) {
        if (section.remembers?.log === name) continue;
        expect(entry?.fields[name], name).toEqual(changed(section, name));
      }
    }
  });

  it('[ST5] deletes with a mark that an edit elsewhere survives', () => {
    const alice = peer('alice');
    const ref = createEntry(alice.writer, section.fixture());
    const bob = peer('bob', alice.doc);
    const name = names[0] ?? '';
    deleteEntries(alice.writer, [ref]);
    setAnyField(bob.writer, ref, name, changed(section, name));
    connect(alice.doc, bob.doc);
    restoreEntries(alice.writer, [ref]);
    const reader = new StoryReader(alice.doc);
    expect(idsOf(reader, kind)).toEqual([ref.id]);
    expect(reader.entry(kind, ref.id)?.fields[name]).toEqual(changed(section, name));
  });

  it('[ST6] undoes a creation with a mark, never by removing the entry', () => {
    const { doc, writer } = peer('alice');
    const undo = new Y.UndoManager(doc, { trackedOrigins: new Set([CommandOrigin]) });
    const ref = createEntry(writer, section.fixture());
    const reader = new StoryReader(doc);
    undo.undo();
    expect(idsOf(reader, kind)).toEqual([]);
    expect(entriesMap(doc, kind).has(ref.id)).toBe(true);
    undo.redo();
    expect(idsOf(reader, kind)).toEqual([ref.id]);
  });

  it('[ST7] keeps what a newer version wrote', () => {
    const { doc, writer } = peer('alice');
    const draft: EntryDraft = { ...section.fixture(), extra: { fromTheFuture: { deep: [1, 'two'] } } };
    const ref = createEntry(writer, draft);
    const name = names[0] ?? '';
    setAnyField(writer, ref, name, changed(section, name));
    expect(new StoryReader(doc).entry(kind, ref.id)?.extra).toEqual({ fromTheFuture: { deep: [1, 'two'] } });
  });

  it('[ST8] shows a field that cannot be read as empty and leaves it stored', () => {
    const { doc, writer } = peer('alice');
    const ref = createEntry(writer, section.fixture());
    for (const name of names) {
      entriesMap(doc, kind).get(ref.id)?.set(name, { not: 'a value' });
      const reader = new StoryReader(doc);
      expect(reader.entry(kind, ref.id)?.fields[name], name).toEqual(section.fields[name]?.empty);
      expect(reader.entry(kind, ref.id)?.problems.some((problem) => problem.field === name)).toBe(true);
      reader.dispose();
    }
  });

  it('[ST9] has a title for an empty entry and for its fixture', () => {
    const { doc, writer } = peer('alice');
    const ref = createEntry(writer, { kind, fields: {} });
    const entry = new StoryReader(doc).entry(kind, ref.id);
    expect(entry && section.title(entry.fields)).toMatch(/\S/);
  });

  it('[ST10] upgrades are additive, deterministic and idempotent', () => {
    for (const upgrade of section.upgrades) {
      const stored = { ...section.fixture().fields };
      const once = { ...upgrade.add(stored), ...stored };
      expect({ ...upgrade.add(once), ...once }).toEqual(once);
    }
  });

  it('[ST11] round-trips its public keys through Story JSON', () => {
    const rule = section.storyJson;
    if (rule === undefined) return;
    const { doc, writer } = peer('alice');
    const ref = createEntry(writer, section.fixture());
    const entry = new StoryReader(doc).entry(kind, ref.id);
    if (entry === undefined) throw new Error('no entry');
    const json = rule.write(entry.fields);
    const again = createEntry(writer, { kind, fields: rule.read(json) });
    const second = new StoryReader(doc).entry(kind, again.id);
    expect(second && rule.write(second.fields)).toEqual(json);
  });
});
