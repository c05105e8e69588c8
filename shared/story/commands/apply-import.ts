import { err, ok } from '../../lib/result.ts';
import type { Result } from '../../lib/result.ts';
import type { ImportChanges, ImportEdit } from '../import-changes.ts';
import type { EntryRef } from '../ref.ts';
import { findSection } from '../sections.ts';
import { storyFields } from '../story-fields.ts';
import type { StoryValues } from '../story-fields.ts';
import { prepareEntries, ranksAt, revealEntries } from './create-entry.ts';
import { discardPrepared } from './discard-prepared.ts';
import { keepStoryExtra } from './keep-story-extra.ts';
import { setAnyField, setStoryField } from './set-field.ts';
import { act } from './writer.ts';
import type { Writer } from './writer.ts';

/** Entries per transaction, few enough that none holds the window up: making one takes longer than showing it. */
const chunkSizes = { prepare: 20, reveal: 60, edit: 20 } as const;

/** How an import is carried out. */
export interface ApplyOptions {
  /** Lets others go first; awaited between chunks. A window gives one that waits for its event loop. */
  readonly pause?: () => Promise<void>;
  /** Asked before every chunk, until the first change is shown. */
  readonly isCancelled?: () => boolean;
  /** Told how many of all entries are done. */
  readonly onProgress?: (done: number, all: number) => void;
}

/**
 * Carries out an import in chunks. New entries are prepared out of sight; only when all are there are they shown and
 * the rest changed, in transactions an undo manager merges into one step (stop capturing before and after).
 * @returns the new entries; or `cancelled`, and then nothing was shown or changed
 */
export async function applyImport(
  writer: Writer,
  changes: ImportChanges,
  options: ApplyOptions = {},
): Promise<Result<readonly EntryRef[], 'cancelled'>> {
  const pause = options.pause ?? (() => Promise.resolve());
  const all = changes.creations.reduce((sum, { drafts }) => sum + drafts.length, 0) + changes.edits.length;
  const refs: EntryRef[] = [];
  for (const { kind, place, drafts } of changes.creations) {
    const ranks = ranksAt(writer, kind, place, drafts.length);
    let made = 0;
    for (const part of chunks(drafts, chunkSizes.prepare)) {
      if (options.isCancelled?.() === true) {
        await forget(writer, refs, pause);
        return err('cancelled');
      }
      refs.push(...prepareEntries(writer, kind, part, ranks.slice(made, (made += part.length)), 'import'));
      options.onProgress?.(refs.length / 2, all);
      await pause();
    }
  }
  if (options.isCancelled?.() === true) {
    await forget(writer, refs, pause);
    return err('cancelled');
  }
  // From here on changes are seen: they are carried through, and undone as one.
  setStory(writer, changes);
  let done = refs.length / 2;
  for (const part of chunks(refs, chunkSizes.reveal)) {
    revealEntries(writer, part, 'import');
    options.onProgress?.((done += part.length / 2), all);
    await pause();
  }
  for (const part of chunks(changes.edits, chunkSizes.edit)) {
    act(writer, 'import', () => part.forEach((edit) => carryOut(writer, edit)));
    options.onProgress?.((done += part.length), all);
    await pause();
  }
  return ok(refs);
}

function setStory(writer: Writer, { story, extra = {} }: ImportChanges): void {
  act(writer, 'import', () => {
    // The keys of an object of our own.
    for (const name of Object.keys(storyFields) as (keyof StoryValues & string)[]) {
      const value = story[name];
      if (value !== undefined) setStoryField(writer, name, value);
    }
    keepStoryExtra(writer, extra);
  });
}

function carryOut(writer: Writer, { ref, fields }: ImportEdit): void {
  const known = findSection(ref.kind)?.fields;
  for (const [name, value] of Object.entries(fields)) {
    // A plan may come from another process: only what the field itself can read is written.
    const parsed = known?.[name]?.parse(value);
    if (parsed !== undefined) setAnyField(writer, ref, name, parsed);
  }
}

/** Takes back what was prepared and never shown. */
async function forget(writer: Writer, refs: readonly EntryRef[], pause: () => Promise<void>): Promise<void> {
  for (const part of chunks(refs, chunkSizes.reveal)) {
    discardPrepared(writer, part);
    await pause();
  }
}

function* chunks<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
}
