import type { EntryRef } from '../../story/ref.ts';
import type { StoryReader } from '../../story/reading/reader.ts';

/** What a notebook has already, as far as annotations can belong to it. */
export interface KnownEntries {
  readonly sources: readonly KnownSource[];
  /** Whether an entry is in the notebook, and not in the trash. */
  has(ref: EntryRef): boolean;
  /** Whether an entry has this id, be it in the trash. */
  isTaken(ref: EntryRef): boolean;
}

interface KnownSource {
  readonly id: string;
  readonly address: string;
  /** Of its captures, oldest first. */
  readonly captures: readonly { readonly hash: string; readonly address?: string | undefined }[];
}

/** The entries of an open notebook. */
export function knownEntries(reader: StoryReader): KnownEntries {
  return {
    sources: reader.list('sources').map(({ id, fields: { address, captures } }) => ({ id, address, captures })),
    has: (ref) => reader.resolve(ref) !== undefined,
    isTaken: ({ kind, id }) => reader.peek({ kind, id }) !== undefined,
  };
}

/** A notebook that has nothing yet. */
export const nothingKnown: KnownEntries = { sources: [], has: () => false, isTaken: () => false };
