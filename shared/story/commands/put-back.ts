import { entriesMap } from '../document.ts';
import type { Entry } from '../entry.ts';
import type { Field } from '../fields.ts';
import { isInNotebook } from '../reading/contested.ts';
import type { EntryRef } from '../ref.ts';
import { findSection } from '../sections.ts';
import { storyFields } from '../story-fields.ts';
import type { StoryValues } from '../story-fields.ts';
import { createEntry } from './create-entry.ts';
import { deleteEntries, restoreEntries } from './delete-entry.ts';
import { setAnyField, setStoryField } from './set-field.ts';
import { act } from './writer.ts';
import type { Writer } from './writer.ts';

/** The verb of commands that put back what was there before. */
const verb = 'restore';

/** Gives a field of an entry an earlier value, as far as its field can still read that one. */
export function putBackField(writer: Writer, ref: EntryRef, name: string, value: unknown): void {
  const field: Field<unknown> | undefined = findSection(ref.kind)?.fields[name];
  const read = field?.parse(value);
  if (read !== undefined) act(writer, verb, () => setAnyField(writer, ref, name, read));
}

/** Gives one of the story's own fields an earlier value, as far as its field can still read that one. */
export function putBackStoryField(writer: Writer, name: string, value: unknown): void {
  if (!isStoryField(name)) return;
  const read = storyFields[name].parse(value);
  if (read !== undefined) act(writer, verb, () => setStoryField(writer, name, read));
}

/**
 * Makes an entry what it was: its fields, its place in the hand-made order, and whether it was in the notebook. One that
 * was not there goes to the trash. One transaction, so one undo step.
 */
export function putBackEntry(writer: Writer, ref: EntryRef, past: Entry | undefined): void {
  const stored = entriesMap(writer.doc, ref.kind).get(ref.id);
  const section = findSection(ref.kind);
  if (section === undefined) return;
  const wasThere = past !== undefined && past.deletedAt === null;
  if (!wasThere) {
    if (stored !== undefined && isInNotebook(writer.doc, ref, stored))
      act(writer, verb, () => deleteEntries(writer, [ref]));
    return;
  }
  if (stored === undefined) {
    createEntry(writer, { kind: ref.kind, id: ref.id, fields: past.fields, extra: past.extra });
    return;
  }
  act(writer, verb, () => {
    if (stored.has('deletedAt')) restoreEntries(writer, [ref]);
    // Setting a field may add to the log of its earlier values: the log comes last.
    const log = section.remembers?.log;
    const names = Object.keys(section.fields).filter((name) => name !== log);
    for (const name of log === undefined ? names : [...names, log]) {
      // What could not be read then was not shown then, and is no value to put back.
      if (!past.problems.some((problem) => problem.field === name)) setAnyField(writer, ref, name, past.fields[name]);
    }
    if (past.rank !== '' && stored.get('rank') !== past.rank) stored.set('rank', past.rank);
  });
}

function isStoryField(name: string): name is keyof StoryValues {
  return Object.hasOwn(storyFields, name);
}
