import * as fc from 'fast-check';
import * as Y from 'yjs';
import { createEntry } from '../../story/commands/create-entry.ts';
import { deleteEntries, restoreEntries } from '../../story/commands/delete-entry.ts';
import { moveEntry } from '../../story/commands/move-entry.ts';
import { setAnyField, setStoryField } from '../../story/commands/set-field.ts';
import { CommandOrigin } from '../../story/commands/writer.ts';
import type { Writer } from '../../story/commands/writer.ts';
import { draftRoot } from '../../story/document.ts';
import { draftText } from '../../story/draft-block.ts';
import { readDraftBlocks } from '../../story/reading/draft-blocks.ts';
import { StoryReader } from '../../story/reading/reader.ts';
import { connect } from '../../story/testing/peers.ts';
import type { EntryRef } from '../../story/ref.ts';
import { KeptJournal, minute } from './kept-journal.suite.ts';

/** One piece of work of a person, in a session, some time after the one before. */
export const anyStep = fc.record({
  who: fc.constantFrom('Mara', 'Ilir'),
  verb: fc.constantFrom(
    'event',
    'indicator',
    'title',
    'text',
    'mark',
    'date',
    'value',
    'actors',
    'move',
    'delete',
    'restore',
    'head',
    'overview',
    'draft',
    'undo',
    'apart',
    'merge',
  ),
  at: fc.nat(9),
  word: fc.constantFrom('tide', 'tug', 'ship', 'wind', ''),
  wait: fc.constantFrom(0, 1000, minute, 6 * minute),
});

export type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never;

/** What a notebook shows, as plain data. */
export interface Shown {
  readonly story: unknown;
  readonly kinds: readonly { readonly kind: string; readonly entries: readonly ShownEntry[] }[];
  readonly draft: string;
}

interface ShownEntry {
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export function shownBy(reader: StoryReader, draft: Y.Doc): Shown {
  return {
    story: reader.story().fields,
    kinds: reader.kinds().map((kind) => ({
      kind,
      entries: reader.list(kind).map(({ id, fields }) => ({ id, fields })),
    })),
    // What lies in the trash is not shown.
    draft: reader.resolve({ kind: 'drafts', id: draftId }) === undefined ? '' : draftText(readDraftBlocks(draft)),
  };
}

/** A state after a row. */
export interface Moment {
  readonly seq: number;
  readonly kept: number;
  readonly shown: Shown;
}

export const draftId = 'letter';

/** Carries out work and remembers what the notebook showed after each piece of it, by a reader of its own. */
export function workThrough(steps: readonly Step[]): { readonly journal: KeptJournal; readonly moments: Moment[] } {
  const journal = new KeptJournal();
  const { doc, writer } = journal;
  const draft = journal.draft(draftId);
  const reader = new StoryReader(doc);
  // Somebody who works offline on a copy; what is done there comes in when the two meet.
  const apart = new Y.Doc();
  const undo = new Y.UndoManager(doc, { trackedOrigins: new Set([CommandOrigin]), captureTimeout: 0 });
  const refs: EntryRef[] = [];
  journal.write({}, () => createEntry(writer, { kind: 'drafts', id: draftId, fields: { title: 'Letter' } }));
  const note = (): Moment => ({
    seq: journal.rows.length,
    kept: journal.rows.at(-1)?.kept ?? 0,
    shown: shownBy(reader, draft),
  });
  const moments = [note()];
  for (const step of steps) {
    journal.wait(step.wait);
    const origin = step.verb === 'undo' ? 'undo' : step.verb === 'merge' ? 'remote' : 'edit';
    journal.write({ author: step.who, session: step.who, origin }, () => {
      if (step.verb === 'undo') undo.undo();
      else if (step.verb === 'merge') connect(doc, apart);
      else if (step.verb === 'apart') workApart({ ...writer, doc: apart }, refs, step);
      else if (step.verb === 'draft') writeDraft(draft, step.word);
      else carryOut(journal, refs, step);
    });
    moments.push(note());
  }
  return { journal, moments };
}

function workApart(writer: Writer, refs: EntryRef[], { at, word }: Step): void {
  const ref = refs[at % Math.max(1, refs.length)];
  if (at === 0) refs.push(createEntry(writer, { kind: 'events', fields: { title: word } }));
  else if (at === 1) setStoryField(writer, 'overview', [{ text: word }]);
  else if (ref === undefined) return;
  else if (at < 4) deleteEntries(writer, [ref]);
  else if (at < 6) setAnyField(writer, ref, 'title', `${word} apart`);
  else setAnyField(writer, ref, 'text', `${word} apart and ${at}`);
}

function carryOut({ writer }: KeptJournal, refs: EntryRef[], { verb, at, word }: Step): void {
  const ref = refs[at % Math.max(1, refs.length)];
  if (verb === 'event') refs.push(createEntry(writer, { kind: 'events', fields: { title: word, text: word } }));
  else if (verb === 'indicator') refs.push(createEntry(writer, { kind: 'indicators', fields: { label: word } }));
  else if (verb === 'head') setStoryField(writer, 'title', word);
  else if (verb === 'overview') setStoryField(writer, 'overview', [{ text: `${word} ${at}`, bold: true }]);
  else if (ref === undefined) return;
  else if (verb === 'title') setAnyField(writer, ref, 'title', word);
  else if (verb === 'text') setAnyField(writer, ref, 'text', `${word} and ${at}, then ${word}`);
  else if (verb === 'mark') setAnyField(writer, ref, 'category', word);
  else if (verb === 'date') setAnyField(writer, ref, 'date', { edtf: `202${at}` });
  else if (verb === 'value') setAnyField(writer, ref, 'value', `${word}${at}`);
  else if (verb === 'actors') setAnyField(writer, ref, 'actors', word === '' ? [] : [{ kind: 'people', id: word }]);
  else if (verb === 'move') moveEntry(writer, ref, refs[(at + 1) % refs.length]?.id ?? null);
  else if (verb === 'delete') deleteEntries(writer, [ref]);
  else if (verb === 'restore') restoreEntries(writer, [ref]);
}

function writeDraft(draft: Y.Doc, word: string): void {
  draft.transact(() => {
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText(word)]);
    if (word === '') draftRoot(draft).delete(0, draftRoot(draft).length);
    else draftRoot(draft).insert(0, [paragraph]);
  });
}
