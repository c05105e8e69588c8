import { useMemo } from 'react';
import type { Person } from '../sharing/index.ts';
import { useSettings } from './settings.tsx';

/** Who shares or joins notebooks here: the name that notes are written under. */
export function usePerson(): Person {
  const { settings, change } = useSettings();
  const { authorName, authorId } = settings;
  return useMemo(
    () => ({
      name: authorName ?? '',
      rename: (name: string) => change({ authorName: name, authorId: authorId ?? crypto.randomUUID() }),
    }),
    [authorName, authorId, change],
  );
}
