import { useCallback, useSyncExternalStore } from 'react';
import type { StoryReader } from '../../shared/story/reading/reader.ts';
import { refKey } from '../../shared/story/ref.ts';
import type { EntryRef } from '../../shared/story/ref.ts';
import type { EntryOf } from '../../shared/story/sections.ts';
import { useSession } from './session-context.ts';

type Note = EntryOf<'annotations'>;

/** A first note and what was replied to it, oldest first. */
export interface NoteThread {
  readonly root: Note;
  readonly replies: readonly Note[];
  /** What the thread is about; with `field`, one field of the entry. */
  readonly target: EntryRef;
  readonly isResolved: boolean;
  /** The note it began with is in the trash or was never here: its replies are kept, and this is the first of them. */
  readonly isHeadless: boolean;
}

/** Everything derived from all notes at once. Rebuilt after a change to a note, and then only when somebody asks. */
interface NotesIndex {
  readonly version: number;
  /** By the entry they are about (its key, field left out), oldest thread first. */
  readonly threads: ReadonlyMap<string, readonly NoteThread[]>;
  /** Notes of open threads, replies included: kind → id → count. */
  readonly counts: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

const indexes = new WeakMap<StoryReader, NotesIndex>();
const noThreads: readonly NoteThread[] = [];
const noCounts: ReadonlyMap<string, number> = new Map();

/** The threads about an entry, or about a field of it; the same array until a note changes. */
export function useThreads({ kind, id }: EntryRef): readonly NoteThread[] {
  return useNotesIndex((reader) => threadsAbout(reader, { kind, id }));
}

/** How many notes are in open threads about an entry. One look-up, however many notes there are. */
export function useNoteCount({ kind, id }: EntryRef): number {
  return useNotesIndex((reader) => noteCounts(reader, kind).get(id) ?? 0);
}

/** The same for every entry of a kind that has any, by id; the same map until a count changes. */
export function useNoteCounts(kind: string): ReadonlyMap<string, number> {
  return useNotesIndex((reader) => noteCounts(reader, kind));
}

/** The threads about an entry, without a component. */
export function threadsAbout(reader: StoryReader, ref: EntryRef): readonly NoteThread[] {
  return indexOf(reader).threads.get(refKey(ref)) ?? noThreads;
}

/** How many notes are in open threads about each entry of a kind, without a component. */
export function noteCounts(reader: StoryReader, kind: string): ReadonlyMap<string, number> {
  return indexOf(reader).counts.get(kind) ?? noCounts;
}

function useNotesIndex<T>(read: (reader: StoryReader) => T): T {
  const { reader } = useSession();
  return useSyncExternalStore(
    useCallback((listener: () => void) => reader.onKind('annotations', listener), [reader]),
    () => read(reader),
  );
}

function indexOf(reader: StoryReader): NotesIndex {
  const version = reader.version('annotations');
  const known = indexes.get(reader);
  if (known?.version === version) return known;
  const threads = allThreads(reader);
  const byEntry = new Map<string, NoteThread[]>();
  for (const thread of threads) {
    const key = refKey(thread.target);
    const others = byEntry.get(key);
    if (others === undefined) byEntry.set(key, [thread]);
    else others.push(thread);
  }
  const index = { version, threads: byEntry, counts: countOpen(threads, known?.counts) };
  indexes.set(reader, index);
  return index;
}

function allThreads(reader: StoryReader): readonly NoteThread[] {
  const notes = [...reader.list('annotations')].sort(byTime);
  const byRoot = new Map<string, Note[]>();
  for (const note of notes) {
    const rootId = rootOf(reader, note);
    byRoot.set(rootId, [...(byRoot.get(rootId) ?? []), note]);
  }
  const threads: NoteThread[] = [];
  for (const [rootId, members] of byRoot) {
    const root = members.find((note) => note.id === rootId) ?? members[0];
    // A thread is about what its first note is about, also where that note is in the trash.
    const target = reader.entry('annotations', rootId)?.fields.target ?? root?.fields.target ?? null;
    if (root === undefined || target === null) continue;
    threads.push({
      root,
      replies: members.filter((note) => note !== root),
      target,
      isResolved: root.fields.resolvedAt !== null,
      isHeadless: root.id !== rootId,
    });
  }
  return threads.sort((a, b) => byTime(a.root, b.root));
}

/** The first note of a note's thread, which need not exist. Another version may have replied to a reply, or in a circle. */
function rootOf(reader: StoryReader, note: Note): string {
  const seen = new Set([note.id]);
  let { id } = note;
  for (let up = note.fields.replyTo; up !== null && !seen.has(up.id);) {
    id = up.id;
    seen.add(id);
    up = reader.entry('annotations', id)?.fields.replyTo ?? null;
  }
  return id;
}

function byTime(a: Note, b: Note): number {
  if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

function countOpen(
  threads: readonly NoteThread[],
  before: NotesIndex['counts'] = new Map(),
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const { target, replies, isResolved } of threads) {
    if (isResolved) continue;
    const ofKind = counts.get(target.kind) ?? new Map<string, number>();
    ofKind.set(target.id, (ofKind.get(target.id) ?? 0) + 1 + replies.length);
    counts.set(target.kind, ofKind);
  }
  // A kind whose counts did not change keeps its map, so that editing a note draws no list again.
  return new Map([...counts].map(([kind, now]) => [kind, sameCounts(before.get(kind), now) ?? now]));
}

function sameCounts(
  before: ReadonlyMap<string, number> | undefined,
  now: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> | undefined {
  return before?.size === now.size && [...now].every(([id, count]) => before.get(id) === count) ? before : undefined;
}
