import type * as Y from 'yjs';
import type { Entry } from '../story/entry.ts';
import { readDraftBlocks } from '../story/reading/draft-blocks.ts';
import type { StoryReader } from '../story/reading/reader.ts';
import type { EntryRef } from '../story/ref.ts';
import { findSection } from '../story/sections.ts';
import type { SectionKind } from '../story/sections.ts';
import { storyFields } from '../story/story-fields.ts';
import { changedField, draftField, fieldOf } from './changed-field.ts';
import type { ChangedField, Subject } from './change.ts';
import type { Comparison, EntryDifference, FieldDifference } from './comparison.ts';
import { differenceOf, draftDifference, sameValue } from './difference-of.ts';

/** One side of a comparison. */
export interface NotebookState {
  readonly reader: StoryReader;
  /** The document of a draft; null where it has none. */
  draft(draftId: string): Y.Doc | null;
}

/** Lets others go first; awaited now and then during long work. Throws where the work is to be given up. */
export type Pace = () => Promise<void>;

const ofStory: Subject = { type: 'story' };

/**
 * What differs between two states of a notebook.
 * @param touched the entries that can differ, where that is known: only these are looked at
 */
export async function compareNotebooks(
  past: NotebookState,
  present: NotebookState,
  pace: Pace,
  touched: readonly EntryRef[] | null = null,
): Promise<Comparison> {
  const sections: { readonly kind: string; readonly entries: readonly EntryDifference[] }[] = [];
  for (const kind of present.reader.kinds()) {
    const entries: EntryDifference[] = [];
    const some = touched === null ? null : new Set(touched.filter((ref) => ref.kind === kind).map((ref) => ref.id));
    for (const id of idsOf(past.reader, present.reader, kind, some)) {
      await pace();
      const difference = entryDifference(past, present, { kind, id });
      if (difference !== null) entries.push(difference);
    }
    if (entries.length > 0) sections.push({ kind, entries });
  }
  return {
    story: storyNames(past.reader, present.reader).map((name) => changedField(ofStory, name)),
    sections,
    entries: sections.reduce((sum, { entries }) => sum + entries.length, 0),
  };
}

/** The fields of an entry that differ, with words; of the story, where `ref` is null. A draft's text is among them. */
export function compareFields(
  past: NotebookState,
  present: NotebookState,
  ref: EntryRef | null,
): readonly FieldDifference[] {
  const [then, now] = ref === null ? [storyOf(past), storyOf(present)] : [entryOf(past, ref), entryOf(present, ref)];
  if (then === undefined || now === undefined) return [];
  const subject: Subject = ref === null ? ofStory : { type: 'entry', ref };
  const names = ref === null ? storyNames(past.reader, present.reader) : fieldNames(ref.kind, then, now);
  const titleOf = (of: EntryRef): string | null => present.reader.titleOf(of);
  const fields = names.flatMap((name): readonly FieldDifference[] => {
    const field = fieldOf(subject, name);
    if (field === undefined) return [];
    const [before, after] = [then.fields[name], now.fields[name]];
    const difference = differenceOf(field, before, after, titleOf);
    return [{ field: changedField(subject, name), past: before, present: after, difference }];
  });
  return ref !== null && textDiffers(past, present, ref) ? [...fields, draftText(past, present, ref)] : fields;
}

/**
 * The ids of entries that are in either, in the order of the present; those that only the past has come last.
 * @param some which of them; null: all
 */
function idsOf(
  past: StoryReader,
  present: StoryReader,
  kind: SectionKind,
  some: ReadonlySet<string> | null,
): readonly string[] {
  if (some?.size === 0) return [];
  const now = present.ids(kind);
  const known = new Set(now);
  if (some === null) return [...now, ...past.ids(kind).filter((id) => !known.has(id))];
  const missing = new Set([...some].filter((id) => !known.has(id)));
  // The order of the past takes reading all of it: not for one, or none.
  const last = missing.size < 2 ? [...missing] : past.ids(kind).filter((id) => missing.has(id));
  return [...now.filter((id) => some.has(id)), ...last];
}

function entryDifference(past: NotebookState, present: NotebookState, ref: EntryRef): EntryDifference | null {
  const [then, now] = [past.reader.resolve(ref), present.reader.resolve(ref)];
  const shown = now ?? then;
  const section = findSection(ref.kind);
  if (shown === undefined || section === undefined) return null;
  const base = { ref, title: section.title(shown.fields) };
  const nothing = { fields: [], moved: false };
  if (then === undefined) return { ...base, ...nothing, state: 'only-present', draftText: false };
  const text = textDiffers(past, present, ref);
  if (now === undefined) return { ...base, ...nothing, state: 'only-past', draftText: text };
  const fields = fieldNames(ref.kind, then, now).map((name): ChangedField =>
    changedField({ type: 'entry', ref }, name),
  );
  const moved = then.rank !== now.rank;
  return fields.length === 0 && !moved && !text ? null : { ...base, state: 'changed', fields, moved, draftText: text };
}

/** The fields that differ, in the section's order. What could not be read in the past was not shown, and is left out. */
function fieldNames(kind: string, then: Read, now: Read): readonly string[] {
  return differing(Object.keys(findSection(kind)?.fields ?? {}), then, now);
}

function storyNames(past: StoryReader, present: StoryReader): readonly string[] {
  return differing(Object.keys(storyFields), past.story(), present.story());
}

type Read = Pick<Entry, 'fields' | 'problems'>;

function differing(names: readonly string[], then: Read, now: Read): readonly string[] {
  return names.filter(
    (name) =>
      !sameValue(then.fields[name], now.fields[name]) && !then.problems.some((problem) => problem.field === name),
  );
}

function storyOf({ reader }: NotebookState): Read {
  return reader.story();
}

function entryOf({ reader }: NotebookState, ref: EntryRef): Read | undefined {
  return reader.entry(ref.kind, ref.id);
}

function textDiffers(past: NotebookState, present: NotebookState, ref: EntryRef): boolean {
  return ref.kind === 'drafts' && !sameValue(textOf(past, ref.id), textOf(present, ref.id));
}

function draftText(past: NotebookState, present: NotebookState, ref: EntryRef): FieldDifference {
  const [then, now] = [textOf(past, ref.id), textOf(present, ref.id)];
  const difference = draftDifference(then, now, (of) => present.reader.titleOf(of));
  return { field: draftField, past: then, present: now, difference };
}

function textOf(state: NotebookState, draftId: string): ReturnType<typeof readDraftBlocks> {
  const doc = state.draft(draftId);
  return doc === null ? [] : readDraftBlocks(doc);
}
