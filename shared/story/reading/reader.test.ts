import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createEntry, prepareEntries, revealEntries } from '../commands/create-entry.ts';
import { deleteEntries, restoreEntries } from '../commands/delete-entry.ts';
import { moveEntry } from '../commands/move-entry.ts';
import { setAnyField, setStoryField } from '../commands/set-field.ts';
import { CommandOrigin } from '../commands/writer.ts';
import { sectionKinds } from '../sections.ts';
import { peer } from '../testing/peers.ts';
import type { Peer } from '../testing/peers.ts';
import { StoryReader } from './reader.ts';
import type { StoryChange } from './reader.ts';

function everything(reader: StoryReader): unknown {
  return {
    story: reader.story(),
    lists: sectionKinds.map((kind) => [
      kind,
      reader.list(kind),
      reader
        .deleted(kind)
        .map((entry) => entry.id)
        .sort(),
    ]),
  };
}

const step = fc.record({
  who: fc.nat(2),
  verb: fc.constantFrom('create', 'title', 'text', 'date', 'move', 'delete', 'restore', 'story', 'undo', 'sync'),
  at: fc.nat(9),
  word: fc.constantFrom('tide', 'tug', 'ship', 'wind'),
});

describe('StoryReader', () => {
  it('[RE2] equals a fresh reader after any edits of three people, and all converge', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const first = peer('alice');
        const seed = createEntry(first.writer, { kind: 'events', fields: { title: 'Seed' } });
        const peers: Peer[] = [first, peer('bob', first.doc), peer('charlie', first.doc)];
        const readers = peers.map(({ doc }) => new StoryReader(doc));
        const undos = peers.map(({ doc }) => new Y.UndoManager(doc, { trackedOrigins: new Set([CommandOrigin]) }));
        const refs = [seed];
        for (const { who, verb, at, word } of steps) {
          const { doc, writer } = peers[who] ?? first;
          const ref = refs[at % refs.length] ?? seed;
          if (verb === 'create') refs.push(createEntry(writer, { kind: 'events', fields: { title: word } }));
          else if (verb === 'title') setAnyField(writer, ref, 'title', word);
          else if (verb === 'text') setAnyField(writer, ref, 'text', `${word} ${at}`);
          else if (verb === 'date') setAnyField(writer, ref, 'date', { edtf: `202${at}` });
          else if (verb === 'move') moveEntry(writer, ref, refs[(at + 1) % refs.length]?.id ?? null);
          else if (verb === 'delete') deleteEntries(writer, [ref]);
          else if (verb === 'restore') restoreEntries(writer, [ref]);
          else if (verb === 'story') setStoryField(writer, 'overview', [{ text: word }]);
          else if (verb === 'undo') undos[who]?.undo();
          else for (const other of peers) Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(doc), 'remote');
          // Reading in between is what makes stale caches visible.
          readers[who]?.list('events');
        }
        for (const from of peers)
          for (const to of peers) Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc), 'remote');
        const expected = everything(new StoryReader(first.doc));
        for (const reader of readers) expect(everything(reader)).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });

  it('[RE1] keeps the snapshot of an entry that did not change', () => {
    const { doc, writer } = peer('alice');
    const one = createEntry(writer, { kind: 'events', fields: { title: 'One' } });
    const two = createEntry(writer, { kind: 'events', fields: { title: 'Two' } });
    const reader = new StoryReader(doc);
    const [before, order] = [reader.entry('events', two.id), reader.ids('events')];
    setAnyField(writer, one, 'title', 'Changed');
    expect(reader.entry('events', two.id)).toBe(before);
    expect(reader.ids('events')).toBe(order);
    expect(reader.entry('events', one.id)?.fields.title).toBe('Changed');
  });

  it('[RE4] tells only those who listen to what changed, once per transaction', () => {
    const { doc, writer } = peer('alice');
    const one = createEntry(writer, { kind: 'people', fields: { name: 'One' } });
    const two = createEntry(writer, { kind: 'people', fields: { name: 'Two' } });
    const reader = new StoryReader(doc);
    const told: string[] = [];
    reader.onEntry('people', one.id, () => told.push('one'));
    reader.onEntry('people', two.id, () => told.push('two'));
    reader.onKind('events', () => told.push('events'));
    reader.onStory(() => told.push('story'));
    setAnyField(writer, one, 'note', 'Changes both value and order listeners');
    expect(told).toEqual(['one']);
    setStoryField(writer, 'title', 'New');
    expect(told).toEqual(['one', 'story']);
  });

  it('[RE4] says nothing of entries that are still being prepared', () => {
    const { doc, writer } = peer('alice');
    const reader = new StoryReader(doc);
    const told: string[] = [];
    reader.onKind('people', () => told.push('people'));
    reader.onChange(() => told.push('change'));
    const order = reader.ids('people');
    const prepared = prepareEntries(writer, 'people', [{ kind: 'people', fields: { name: 'One' } }]);
    expect([told, reader.ids('people') === order]).toEqual([[], true]);
    revealEntries(writer, prepared);
    expect([told, reader.ids('people').length]).toEqual([['people', 'change'], 1]);
  });

  it('[RE2] shows what is held as it was, and tells of everything at once when it is let go', () => {
    const { doc, writer } = peer('alice');
    const one = createEntry(writer, { kind: 'people', fields: { name: 'One' } });
    const reader = new StoryReader(doc);
    const changes: StoryChange[] = [];
    reader.onChange((change) => changes.push(change));
    const letGo = reader.hold();
    const two = createEntry(writer, { kind: 'people', fields: { name: 'Two' } });
    setAnyField(writer, one, 'name', 'Changed');
    setStoryField(writer, 'title', 'New');
    expect([changes, reader.ids('people'), reader.story().fields.title]).toEqual([[], [one.id], '']);
    letGo();
    letGo();
    expect(changes).toEqual([{ story: true, entries: new Map([['people', new Set([two.id, one.id])]]), local: true }]);
    expect(everything(reader)).toEqual(everything(new StoryReader(doc)));
  });

  it('[RE1] reads an entry in passing without keeping it', () => {
    const { doc, writer } = peer('alice');
    const ref = createEntry(writer, { kind: 'events', fields: { title: 'One' } });
    const reader = new StoryReader(doc);
    const seen = reader.peek(ref);
    expect(reader.peek(ref)).not.toBe(seen);
    expect(reader.entry('events', ref.id)).toEqual(seen);
    expect(reader.peek(ref)).toBe(reader.entry('events', ref.id));
  });

  it('[RE5] shows words as one run that only a mark of a newer version divides, and leaves the mark where it is', () => {
    const { doc, writer } = peer('alice');
    setStoryField(writer, 'overview', [{ text: 'The tide ' }, { text: 'rises', bold: true }]);
    const stored = doc.getText('story.overview');
    stored.format(4, 4, { voice: 'low' });
    expect(new StoryReader(doc).story().fields.overview).toEqual([
      { text: 'The tide ' },
      { text: 'rises', bold: true },
    ]);
    setStoryField(writer, 'overview', [{ text: 'The tide ' }, { text: 'rises on Sunday', bold: true }]);
    expect(stored.toDelta()).toContainEqual({ insert: 'tide', attributes: { voice: 'low' } });
  });

  it('[RE3] [RE5] survives any nonsense in the document and counts unknown kinds', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue(), (bad, nonsense) => {
        const { doc, writer } = peer('alice');
        createEntry(writer, { kind: 'events', fields: { title: 'Good' } });
        const events = doc.getMap('entries.events');
        events.set('bad', nonsense);
        const entry = new Y.Map<unknown>();
        for (const [key, value] of Object.entries(bad)) entry.set(key, value);
        entry.set('date', nonsense);
        events.set('odd', entry);
        doc.getMap('entries.prophecies').set('p', new Y.Map());
        doc.getMap('story').set('title', nonsense);
        const reader = new StoryReader(doc);
        expect(() => everything(reader)).not.toThrow();
        expect(reader.unknownKinds()).toEqual(new Map([['prophecies', 1]]));
        expect(reader.list('events').some((event) => event.fields.title === 'Good')).toBe(true);
      }),
    );
  });
});
