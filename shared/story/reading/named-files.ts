import type { EntryOf } from '../sections.ts';
import type { StoryReader } from './reader.ts';

/** The captures that a notebook's sources name, with their readings, those in the trash included: each once, by its SHA-256. */
export function captureHashes(reader: StoryReader): readonly string[] {
  const trashed = reader
    .deleted('sources')
    .map(({ id }) => reader.entry('sources', id))
    .filter((source): source is EntryOf<'sources'> => source !== undefined);
  const sources = [...reader.list('sources'), ...trashed];
  const named = sources.flatMap(({ fields }) =>
    fields.captures.flatMap(({ hash, reading }) => [hash, reading ?? hash]),
  );
  return [...new Set(named)];
}
