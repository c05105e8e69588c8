import type { StoryReader } from '../../../shared/story/reading/reader.ts';
import type { EntryOf } from '../../../shared/story/sections.ts';

/** The captures that a notebook's sources name, with their readings, those in the trash included. */
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
