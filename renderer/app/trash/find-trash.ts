import { foldWord, wordsOf } from '../../../shared/search/fold.ts';
import type { Entry } from '../../../shared/story/entry.ts';
import { findSection } from '../../../shared/story/sections.ts';

interface TrashFilter {
  /** Null for every kind. */
  readonly kind: string | null;
  /** Every one of these must stand in the title, or in the name of who deleted it. */
  readonly words: string;
}

/** What of the trash fits, in its order. */
export function findTrash(entries: readonly Entry[], { kind, words }: TrashFilter): readonly Entry[] {
  const wanted = wordsOf(words).map(foldWord);
  return entries.filter((entry) => {
    if (kind !== null && entry.kind !== kind) return false;
    const text = foldWord(`${findSection(entry.kind)?.title(entry.fields) ?? ''} ${entry.deletedBy}`);
    return wanted.every((word) => text.includes(word));
  });
}
