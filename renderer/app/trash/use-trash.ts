import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { Entry } from '../../../shared/story/entry.ts';
import type { StoryReader } from '../../../shared/story/reading/reader.ts';
import { sectionKinds } from '../../../shared/story/sections.ts';
import { useSession } from '../../session/session-context.ts';

/** Everything in the notebook's trash, latest deleted first. Looks at every entry: only for the trash's own view. */
export function trashOf(reader: StoryReader): readonly Entry[] {
  return sectionKinds
    .flatMap((kind) => reader.deleted(kind))
    .sort((a, b) => ((a.deletedAt ?? '') < (b.deletedAt ?? '') ? 1 : -1));
}

/** The trash as a list that follows the notebook. */
export function useTrash(): readonly Entry[] {
  const { reader } = useSession();
  const cache = useRef<{ readonly version: string; readonly entries: readonly Entry[] } | null>(null);
  return useSyncExternalStore(
    useCallback((listener: () => void) => reader.onChange(listener), [reader]),
    () => {
      const version = sectionKinds.map((kind) => reader.version(kind)).join();
      if (cache.current?.version !== version) cache.current = { version, entries: trashOf(reader) };
      return cache.current.entries;
    },
  );
}
