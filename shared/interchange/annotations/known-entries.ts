import type { StoryReader } from '../../story/reading/reader.ts';
import { refKey } from '../../story/ref.ts';
import type { EntryRef } from '../../story/ref.ts';
import { sectionKinds } from '../../story/sections.ts';

/** What a notebook has already, as far as annotations can belong to it. Plain data, for whoever reads in a worker. */
export interface KnownEntries {
  readonly sources: readonly KnownSource[];
  /** The keys of all entries in the notebook. */
  readonly here: ReadonlySet<string>;
  /** The keys of all entries in its trash: their ids are taken. */
  readonly trashed: ReadonlySet<string>;
}

interface KnownSource {
  readonly id: string;
  readonly address: string;
  /** Of its captures, oldest first. */
  readonly captures: readonly { readonly hash: string; readonly address?: string | undefined }[];
}

/** The entries of an open notebook. */
export function knownEntries(reader: StoryReader): KnownEntries {
  const keys = (idsOf: (kind: (typeof sectionKinds)[number]) => readonly string[]): ReadonlySet<string> =>
    new Set(sectionKinds.flatMap((kind) => idsOf(kind).map((id) => refKey({ kind, id }))));
  return {
    sources: reader.list('sources').map(({ id, fields: { address, captures } }) => ({ id, address, captures })),
    here: keys((kind) => reader.ids(kind)),
    trashed: keys((kind) => reader.deleted(kind).map(({ id }) => id)),
  };
}

/** A notebook that has nothing yet. */
export const nothingKnown: KnownEntries = { sources: [], here: new Set(), trashed: new Set() };

/** Whether an entry is in the notebook, and not in the trash. */
export function isHere({ here }: KnownEntries, ref: EntryRef): boolean {
  return here.has(refKey(ref));
}

/** Whether an entry has this id, be it in the trash. */
export function isTaken(known: KnownEntries, ref: EntryRef): boolean {
  return isHere(known, ref) || known.trashed.has(refKey(ref));
}
