import { useCallback, useSyncExternalStore } from 'react';
import type { StoryReader } from '../../../shared/story/reading/reader.ts';
import { refKey } from '../../../shared/story/ref.ts';
import type { EntryRef } from '../../../shared/story/ref.ts';
import { useSession } from '../../session/session-context.ts';

interface Counts {
  readonly version: number;
  readonly byEntry: ReadonlyMap<string, number>;
}

/** Counted once for each change to the notes, however many rows ask. */
const counted = new WeakMap<StoryReader, Counts>();

/** How many notes, replies included, are about an entry. */
export function useNoteCount({ kind, id }: EntryRef): number {
  const { reader } = useSession();
  return useSyncExternalStore(
    useCallback((listener: () => void) => reader.onKind('annotations', listener), [reader]),
    () => countsOf(reader).byEntry.get(refKey({ kind, id })) ?? 0,
  );
}

function countsOf(reader: StoryReader): Counts {
  const version = reader.version('annotations');
  const known = counted.get(reader);
  if (known?.version === version) return known;
  const byEntry = new Map<string, number>();
  for (const note of reader.list('annotations')) {
    const { target } = note.fields;
    if (target === null) continue;
    const key = refKey(target);
    byEntry.set(key, (byEntry.get(key) ?? 0) + 1);
  }
  const counts = { version, byEntry };
  counted.set(reader, counts);
  return counts;
}
