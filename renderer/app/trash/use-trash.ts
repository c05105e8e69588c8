import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { Entry } from '../../../shared/story/entry.ts';
import type { StoryReader } from '../../../shared/story/reading/reader.ts';
import type { EntryRef } from '../../../shared/story/ref.ts';
import { sectionKinds } from '../../../shared/story/sections.ts';
import { useSession } from '../../session/session-context.ts';

/** Everything in the notebook's trash, latest deleted first. Looks at every entry: only for the trash's own view. */
export function trashOf(reader: StoryReader): readonly Entry[] {
  return sectionKinds
    .flatMap((kind) => reader.deleted(kind))
    .sort((a, b) => ((a.deletedAt ?? '') < (b.deletedAt ?? '') ? 1 : -1));
}

/** The entries that somebody deleted while they were being edited, and that are in the notebook still, in the order of the page. */
export function contestedOf(reader: StoryReader): readonly EntryRef[] {
  return sectionKinds.flatMap((kind) => reader.contested(kind));
}

/** The trash as a list that follows the notebook. */
export function useTrash(): readonly Entry[] {
  return useOfAll(trashOf);
}

/** What somebody has to decide about, as a list that follows the notebook. */
export function useContested(): readonly EntryRef[] {
  return useOfAll(contestedOf);
}

/** Something that is gathered from all entries, and gathered again when one of them has changed. */
function useOfAll<T>(gather: (reader: StoryReader) => T): T {
  const { reader } = useSession();
  const cache = useRef<{ readonly version: string; readonly gathered: T } | null>(null);
  return useSyncExternalStore(
    useCallback((listener: () => void) => reader.onChange(listener), [reader]),
    () => {
      const version = sectionKinds.map((kind) => reader.version(kind)).join();
      if (cache.current?.version !== version) cache.current = { version, gathered: gather(reader) };
      return cache.current.gathered;
    },
  );
}
