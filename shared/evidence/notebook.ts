import type { Entry } from '../story/entry.ts';
import type { Story } from '../story/reading/read-story.ts';
import type { EntryOf, SectionKind } from '../story/sections.ts';

/** What evidence is read from. `StoryReader` is one. */
export interface EvidenceNotebook {
  /** One entry, in the notebook or in the trash; undefined where there is none. */
  entry(kind: string, id: string): Entry | undefined;
  story(): Story;
  /** Ids in display order, without the trash. */
  ids(kind: SectionKind): readonly string[];
}

/** An entry with the type of its own fields. */
export function typedEntry<K extends SectionKind>(
  notebook: EvidenceNotebook,
  kind: K,
  id: string,
): EntryOf<K> | undefined {
  // A notebook reads an entry of a kind through that kind's section.
  return notebook.entry(kind, id) as EntryOf<K> | undefined;
}
