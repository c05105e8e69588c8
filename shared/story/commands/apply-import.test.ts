import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { entriesMap, storyMap } from '../document.ts';
import type { ImportChanges } from '../import-changes.ts';
import { StoryReader } from '../reading/reader.ts';
import { connect, peer } from '../testing/peers.ts';
import { applyImport } from './apply-import.ts';
import { createEntry } from './create-entry.ts';
import { setField } from './set-field.ts';
import { CommandOrigin } from './writer.ts';

const events = (count: number, from = 0): ImportChanges['creations'][number]['drafts'] =>
  Array.from({ length: count }, (_, at) => ({
    kind: 'events',
    fields: { title: `Event ${String(from + at)}`, category: 'Salvage', text: 'Two tugs arrive.' },
  }));

const changes = (count: number): ImportChanges => ({
  story: { title: 'A Ship Across the World’s Trade', overview: [{ text: 'One vessel.' }] },
  creations: [
    { kind: 'events', place: 'last', drafts: events(count) },
    { kind: 'people', place: 'last', drafts: [{ kind: 'people', fields: { name: 'Osama Rabie' } }] },
  ],
  edits: [],
  extra: { newer: { deep: 1 } },
});

function undoOf(doc: Y.Doc): Y.UndoManager {
  return new Y.UndoManager(doc, { trackedOrigins: new Set([CommandOrigin]), captureTimeout: 60_000 });
}

describe('[IM23] applying an import', () => {
  it('makes all entries in order, and the story’s own fields', async () => {
    const { doc, writer } = peer('alice');
    const applied = await applyImport(writer, changes(450));
    const reader = new StoryReader(doc);
    expect(applied.ok && applied.value).toHaveLength(451);
    expect(reader.list('events').map(({ fields }) => fields.title)).toEqual(
      events(450).map(({ fields }) => fields['title']),
    );
    expect(reader.list('people')).toHaveLength(1);
    expect(reader.story().fields.title).toBe('A Ship Across the World’s Trade');
    expect(reader.story().extra).toEqual({ newer: { deep: 1 } });
  });

  it('is one step for undo, and comes back as one', async () => {
    const { doc, writer } = peer('alice');
    const ref = createEntry(writer, { kind: 'indicators', fields: { label: 'Waiting', value: '206' } });
    const undo = undoOf(doc);
    const edits = [{ ref, fields: { value: '237', asOf: { edtf: '2021-03-26' } } }];
    await applyImport(writer, { ...changes(450), edits });
    const reader = new StoryReader(doc);
    const value = (): unknown => reader.list('indicators')[0]?.fields.value;
    expect(value()).toBe('237');
    undo.undo();
    expect(undo.undoStack).toHaveLength(0);
    expect([reader.ids('events'), reader.ids('people')]).toEqual([[], []]);
    expect([value(), reader.story().fields.title, reader.story().fields.overview]).toEqual(['206', '', []]);
    expect(reader.list('indicators')[0]?.fields.earlier).toEqual([]);
    undo.redo();
    expect([reader.ids('events').length, value()]).toEqual([450, '237']);
    expect(reader.story().fields.title).toBe('A Ship Across the World’s Trade');
  });

  it('undone, keeps what somebody else wrote into its entries meanwhile', async () => {
    const alice = peer('alice');
    const undo = undoOf(alice.doc);
    const applied = await applyImport(alice.writer, changes(3));
    const [first] = applied.ok ? applied.value : [];
    if (first === undefined) throw new Error('nothing was made');
    const bob = peer('bob', alice.doc);
    const ref = { kind: 'events' as const, id: first.id };
    setField(bob.writer, ref, 'text', 'Two tugs arrive from Rotterdam.');
    setField(bob.writer, ref, 'category', 'Tugs');
    undo.undo();
    connect(alice.doc, bob.doc);
    undo.redo();
    connect(alice.doc, bob.doc);
    for (const { doc } of [alice, bob]) {
      const entry = new StoryReader(doc).entry('events', first.id);
      expect(entry?.fields).toMatchObject({ text: 'Two tugs arrive from Rotterdam.', category: 'Tugs' });
      expect(entry?.deletedAt).toBeNull();
    }
  });

  it('puts entries where they belong among others', async () => {
    const { doc, writer } = peer('alice');
    const ids = ['a', 'b', 'c'];
    for (const id of ids) createEntry(writer, { kind: 'events', id, fields: { title: id } });
    const creations = [
      { kind: 'events', place: { after: null }, drafts: events(1) },
      { kind: 'events', place: { after: 'b' }, drafts: events(401, 1) },
    ];
    await applyImport(writer, { story: {}, creations, edits: [] });
    const titles = new StoryReader(doc).list('events').map(({ fields }) => fields.title);
    expect([titles.slice(0, 4), titles.slice(-2)]).toEqual([
      ['Event 0', 'a', 'b', 'Event 1'],
      ['Event 401', 'c'],
    ]);
  });

  it('cancelled, leaves nothing behind', async () => {
    const { doc, writer } = peer('alice');
    const undo = undoOf(doc);
    let asked = 0;
    const applied = await applyImport(writer, changes(900), { isCancelled: () => (asked += 1) > 3 });
    expect(applied).toEqual({ ok: false, error: 'cancelled' });
    expect([entriesMap(doc, 'events').size, storyMap(doc).size, undo.undoStack.length]).toEqual([0, 0, 0]);
  });

  it('writes nothing a field cannot read, and no key of an entry itself', async () => {
    const { doc, writer } = peer('alice');
    const ref = createEntry(writer, { kind: 'events', fields: { title: 'Afloat' } });
    const drafts = [{ kind: 'events', fields: { title: 'B' }, extra: { rank: 'zz', deletedAt: 'now', mood: 1 } }];
    const creations = [{ kind: 'events', place: 'last' as const, drafts }];
    await applyImport(writer, {
      story: {},
      creations,
      edits: [{ ref, fields: { title: 7, text: 'It floats.', no: 1 } }],
    });
    const [first, second] = new StoryReader(doc).list('events');
    expect(first?.fields).toMatchObject({ title: 'Afloat', text: 'It floats.' });
    expect(second?.extra).toEqual({ mood: 1 });
  });

  it('of ten thousand events never holds the window up for long', async () => {
    const { doc, writer } = peer('alice');
    const reader = new StoryReader(doc);
    const blocks: number[] = [];
    let started = performance.now();
    const pause = (): Promise<void> => {
      blocks.push(performance.now() - started);
      return new Promise((resolve) => {
        setImmediate(() => {
          started = performance.now();
          resolve();
        });
      });
    };
    const progress: number[] = [];
    await applyImport(writer, changes(10_000), { pause, onProgress: (done) => progress.push(done) });
    expect(reader.ids('events')).toHaveLength(10_000);
    expect(progress.at(-1)).toBe(10_001);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    blocks.sort((a, b) => a - b);
    // A busy machine may stretch a single block; the usual one must be short.
    expect(blocks[Math.floor(blocks.length * 0.9)]).toBeLessThan(50);
    reader.dispose();
  });
});
