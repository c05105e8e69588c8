import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createEntry } from '../commands/create-entry.ts';
import { deleteEntries, restoreEntries } from '../commands/delete-entry.ts';
import { keepDeletions } from '../commands/keep-deletions.ts';
import { keepNotePlaces } from '../commands/keep-note-place.ts';
import { linkEvidence } from '../commands/link-evidence.ts';
import { moveEntry } from '../commands/move-entry.ts';
import { putBackEntry } from '../commands/put-back.ts';
import { setAnyField } from '../commands/set-field.ts';
import { CommandOrigin } from '../commands/writer.ts';
import { entriesMap, lateName } from '../document.ts';
import { connect, peer } from '../testing/peers.ts';
import type { Peer } from '../testing/peers.ts';
import { StoryReader } from './reader.ts';

/** Two people with the same event, each with a copy. */
function two() {
  const mara = peer('Mara');
  const ref = createEntry(mara.writer, { kind: 'events', fields: { title: 'Ship aground', text: 'At noon.' } });
  return { mara, ilir: peer('Ilir', mara.doc), ref };
}

function shown({ doc }: Peer, ref: { readonly kind: string; readonly id: string }) {
  const reader = new StoryReader(doc);
  const entry = reader.entry(ref.kind, ref.id);
  const state = { isListed: reader.ids('events').includes(ref.id), contested: entry?.contested, entry };
  reader.dispose();
  return state;
}

describe('an entry deleted by one and edited by another', () => {
  it('[DC2] is in the notebook and says who deleted it, on both devices', () => {
    const { mara, ilir, ref } = two();
    setAnyField(mara.writer, ref, 'title', 'Ship aground in the canal');
    deleteEntries(ilir.writer, [ref]);
    connect(mara.doc, ilir.doc);
    for (const one of [mara, ilir]) {
      const { isListed, contested, entry } = shown(one, ref);
      expect(isListed).toBe(true);
      expect(contested).toEqual({ by: 'Ilir', at: '2021-03-26T12:00:00.000Z' });
      expect(entry).toMatchObject({ deletedAt: null, deletedBy: '', fields: { title: 'Ship aground in the canal' } });
    }
  });

  it.each([
    [
      'a letter of its text',
      (one: Peer, ref: ReturnType<typeof two>['ref']) => setAnyField(one.writer, ref, 'text', 'At noon!'),
    ],
    [
      'an item of a list',
      (one: Peer, ref: ReturnType<typeof two>['ref']) =>
        setAnyField(one.writer, ref, 'actors', [{ kind: 'people', id: 'a' }]),
    ],
    [
      'a field of a newer version',
      (one: Peer, ref: ReturnType<typeof two>['ref']) =>
        void entriesMap(one.doc, 'events').get(ref.id)?.set('omen', 'raven'),
    ],
    [
      'a late field of a newer version',
      (one: Peer, ref: ReturnType<typeof two>['ref']) =>
        one.doc.getText(lateName('events', ref.id, 'omen')).insert(0, 'raven'),
    ],
  ])('[DC1] tells %s', (_, edit) => {
    const { mara, ilir, ref } = two();
    edit(mara, ref);
    deleteEntries(ilir.writer, [ref]);
    connect(mara.doc, ilir.doc);
    expect(shown(ilir, ref).contested?.by).toBe('Ilir');
    expect(shown(mara, ref).isListed).toBe(true);
  });

  it('[DC1] is not contested by its place, by what the program keeps, or by an empty value in place of none', () => {
    const { mara, ilir, ref } = two();
    const note = createEntry(mara.writer, { kind: 'annotations', fields: { text: [{ text: 'Why?' }] } });
    connect(mara.doc, ilir.doc);
    moveEntry(mara.writer, ref, null);
    setAnyField(mara.writer, ref, 'title', 'Another title');
    setAnyField(mara.writer, ref, 'title', 'Ship aground');
    setAnyField(mara.writer, ref, 'date', null);
    const place = {
      quote: { exact: 'a', prefix: '', suffix: '' },
      position: { start: 1, end: 2 },
      start: 'a',
      end: 'b',
    };
    keepNotePlaces(mara.writer, new Map([[note.id, place]]));
    deleteEntries(ilir.writer, [ref, note]);
    connect(mara.doc, ilir.doc);
    for (const one of [mara, ilir]) for (const of of [ref, note]) expect(shown(one, of).entry?.deletedBy).toBe('Ilir');
  });

  it('[DC3] is kept, or deleted again, in one undo step each', () => {
    const { mara, ilir, ref } = two();
    setAnyField(mara.writer, ref, 'title', 'New');
    deleteEntries(ilir.writer, [ref]);
    connect(mara.doc, ilir.doc);
    keepDeletions(mara.doc, (origin) => origin instanceof Y.UndoManager);
    const undo = new Y.UndoManager(mara.doc, { trackedOrigins: new Set([CommandOrigin]), captureTimeout: 0 });
    restoreEntries(mara.writer, [ref]);
    expect(shown(mara, ref)).toMatchObject({ isListed: true, contested: undefined });
    undo.undo();
    expect(shown(mara, ref)).toMatchObject({ isListed: true, contested: { by: 'Ilir' } });
    deleteEntries(mara.writer, [ref]);
    expect(shown(mara, ref)).toMatchObject({ isListed: false, entry: { deletedBy: 'Mara' } });
    undo.undo();
    expect(shown(mara, ref)).toMatchObject({ isListed: true, contested: { by: 'Ilir' } });
    connect(mara.doc, ilir.doc);
    expect(shown(ilir, ref).contested).toEqual(shown(mara, ref).contested);
  });

  it('[DC2] is deleted after all once the edit is taken back', () => {
    const { mara, ilir, ref } = two();
    const undo = new Y.UndoManager(mara.doc, { trackedOrigins: new Set([CommandOrigin]), captureTimeout: 0 });
    setAnyField(mara.writer, ref, 'title', 'New');
    deleteEntries(ilir.writer, [ref]);
    connect(mara.doc, ilir.doc);
    undo.undo();
    expect(shown(mara, ref)).toMatchObject({ isListed: false, entry: { deletedBy: 'Ilir' } });
  });

  it('[DC2] is not contested where one of two who deleted it knew of the edit', () => {
    const { mara, ilir, ref } = two();
    const noor = peer('Noor', mara.doc);
    setAnyField(mara.writer, ref, 'title', 'New');
    Y.applyUpdate(noor.doc, Y.encodeStateAsUpdate(mara.doc));
    deleteEntries(noor.writer, [ref]);
    deleteEntries(ilir.writer, [ref]);
    connect(mara.doc, ilir.doc, noor.doc);
    for (const one of [mara, ilir, noor]) expect(shown(one, ref).isListed).toBe(false);
  });

  it('[DC4] is never contested where the deletion does not say what it saw', () => {
    const { mara, ilir, ref } = two();
    setAnyField(mara.writer, ref, 'title', 'New');
    const stored = entriesMap(ilir.doc, 'events').get(ref.id);
    stored?.set('deletedAt', '2021-03-26T12:00:00.000Z');
    // As a later version might say it.
    stored?.set('deletedAs.2.00ff', '2021-03-26T12:00:00.000Z');
    connect(mara.doc, ilir.doc);
    expect(shown(mara, ref).entry).toMatchObject({ deletedAt: '2021-03-26T12:00:00.000Z', extra: {} });
    // What an older version deletes again after it restored what a newer one had deleted.
    deleteEntries(ilir.writer, [ref]);
    stored?.set('deletedAt', '2021-03-27T12:00:00.000Z');
    setAnyField(ilir.writer, ref, 'title', 'Newer');
    expect(shown(ilir, ref).isListed).toBe(false);
  });

  it('[DC5] evidence can speak to it, and putting back a state without it deletes it', () => {
    const { mara, ilir, ref } = two();
    const from = createEntry(mara.writer, { kind: 'sources', fields: { title: 'Log' } });
    setAnyField(mara.writer, ref, 'title', 'New');
    deleteEntries(ilir.writer, [ref]);
    connect(mara.doc, ilir.doc);
    expect(linkEvidence(mara.writer, { from, to: ref }).ok).toBe(true);
    putBackEntry(mara.writer, ref, undefined);
    expect(shown(mara, ref)).toMatchObject({ isListed: false, contested: undefined });
  });
});

describe('taking back', () => {
  function undoable(one: Peer): Y.UndoManager {
    keepDeletions(one.doc, (origin) => origin instanceof Y.UndoManager);
    return new Y.UndoManager(one.doc, { trackedOrigins: new Set([CommandOrigin]), captureTimeout: 0 });
  }

  it('[DC6] the adding of an entry that somebody else edited meanwhile contests it', () => {
    const mara = peer('Mara');
    const undo = undoable(mara);
    const ref = createEntry(mara.writer, { kind: 'events', fields: { title: 'Ship aground' } });
    const ilir = peer('Ilir', mara.doc);
    setAnyField(ilir.writer, ref, 'title', 'Ship afloat');
    undo.undo();
    expect(shown(mara, ref).isListed).toBe(false);
    const reader = new StoryReader(mara.doc);
    expect(reader.ids('events')).toEqual([]);
    connect(mara.doc, ilir.doc);
    for (const one of [mara, ilir]) expect(shown(one, ref).contested).toEqual({ by: 'Mara', at: null });
    expect(reader.ids('events')).toEqual([ref.id]);
    // Somebody who gets it whole, for the first time, sees the same.
    const noor = peer('Noor');
    const late = new StoryReader(noor.doc);
    connect(noor.doc, mara.doc);
    expect(late.ids('events')).toEqual([ref.id]);
    expect(late.contested('events')).toEqual([ref]);
    restoreEntries(ilir.writer, [ref]);
    connect(mara.doc, ilir.doc);
    expect(shown(mara, ref)).toMatchObject({ isListed: true, contested: undefined });
  });

  it('[DC6] and doing again what one did oneself contests nothing', () => {
    const mara = peer('Mara');
    const undo = undoable(mara);
    const ref = createEntry(mara.writer, { kind: 'events', fields: { title: 'Ship aground' } });
    setAnyField(mara.writer, ref, 'title', 'New');
    deleteEntries(mara.writer, [ref]);
    restoreEntries(mara.writer, [ref]);
    setAnyField(mara.writer, ref, 'text', 'Words');
    const seen: unknown[] = [];
    for (let at = 0; at < 5; at += 1) {
      undo.undo();
      seen.push(shown(mara, ref).contested);
    }
    for (let at = 0; at < 5; at += 1) {
      undo.redo();
      seen.push(shown(mara, ref).contested);
    }
    expect(seen).toEqual(Array(10).fill(undefined));
    expect(shown(mara, ref)).toMatchObject({ isListed: true, entry: { fields: { title: 'New', text: 'Words' } } });
  });

  it('[DC6] an edit of what somebody else has deleted since leaves it in the trash', () => {
    const { mara, ilir, ref } = two();
    const undo = undoable(mara);
    setAnyField(mara.writer, ref, 'title', 'New');
    connect(mara.doc, ilir.doc);
    deleteEntries(ilir.writer, [ref]);
    connect(mara.doc, ilir.doc);
    undo.undo();
    connect(mara.doc, ilir.doc);
    for (const one of [mara, ilir]) expect(shown(one, ref)).toMatchObject({ isListed: false, contested: undefined });
  });
});

const step = fc.record({
  who: fc.nat(2),
  verb: fc.constantFrom(
    'title',
    'text',
    'mark',
    'actors',
    'late',
    'delete',
    'delete',
    'restore',
    'move',
    'meet',
    'read',
  ),
  word: fc.constantFrom('tide', 'tug', 'ship', ''),
  with: fc.nat(2),
});

describe('any work of three people', () => {
  it('[DC1] [DC2] all agree what is contested, and nothing lies in the trash that nobody who deleted it saw like this', () => {
    let [contested, trashed] = [0, 0];
    fc.assert(
      fc.property(fc.array(step, { minLength: 4, maxLength: 30 }), fc.infiniteStream(fc.nat(5)), (steps, order) => {
        const mara = peer('Mara');
        const ref = createEntry(mara.writer, { kind: 'events', fields: { title: 'ship', text: 'tide' } });
        const people = [mara, peer('Ilir', mara.doc), peer('Noor', mara.doc)] as const;
        const readers = people.map(({ doc }) => new StoryReader(doc));
        /** What those who deleted it saw: an oracle that knows no digests. */
        const seen = new Set<string>();
        const content = ({ doc }: Peer): string => {
          const fields = new StoryReader(doc).entry('events', ref.id)?.fields;
          return JSON.stringify([fields, doc.getText(lateName('events', ref.id, 'newer')).toString()]);
        };
        const updates = people.map((): Uint8Array[] => []);
        people.forEach(({ doc }, at) => doc.on('update', (update: Uint8Array) => void updates[at]?.push(update)));
        for (const { who, verb, word, with: other } of steps) {
          const one = people[who] ?? mara;
          const { writer, doc } = one;
          if (verb === 'title' || verb === 'text') setAnyField(writer, ref, verb, word);
          else if (verb === 'mark') setAnyField(writer, ref, 'category', word);
          else if (verb === 'actors')
            setAnyField(writer, ref, 'actors', word === '' ? [] : [{ kind: 'people', id: word }]);
          else if (verb === 'late') doc.getText(lateName('events', ref.id, 'newer')).insert(0, word);
          else if (verb === 'delete') {
            seen.add(content(one));
            deleteEntries(writer, [ref]);
          } else if (verb === 'restore') restoreEntries(writer, [ref]);
          else if (verb === 'move') moveEntry(writer, ref, null);
          else if (verb === 'meet') connect(doc, (people[other] ?? mara).doc);
          else readers[who]?.ids('events');
        }
        // Everything reaches a newcomer in any order, and the others by meeting.
        const newcomer = new Y.Doc();
        Y.applyUpdate(newcomer, Y.encodeStateAsUpdate(mara.doc));
        const all = updates.flat();
        for (const at of order) {
          const [next] = all.splice(at % Math.max(1, all.length), 1);
          if (next === undefined) break;
          Y.applyUpdate(newcomer, next);
        }
        connect(newcomer, ...people.map(({ doc }) => doc));
        const answers = [...readers, new StoryReader(newcomer), ...people.map(({ doc }) => new StoryReader(doc))].map(
          (reader) => {
            const entry = reader.entry('events', ref.id);
            return { ids: reader.ids('events'), contested: entry?.contested, deletedAt: entry?.deletedAt };
          },
        );
        for (const answer of answers) expect(answer).toEqual(answers[0]);
        const [answer] = answers;
        const isMarked = entriesMap(newcomer, 'events').get(ref.id)?.has('deletedAt') === true;
        expect(answer?.ids).toEqual(isMarked && answer?.contested === undefined ? [] : [ref.id]);
        if (answer?.contested !== undefined) contested += 1;
        else if (isMarked) {
          trashed += 1;
          expect(seen).toContain(content(mara));
        }
      }),
      { numRuns: 400 },
    );
    expect(Math.min(contested, trashed)).toBeGreaterThan(20);
  });
});
