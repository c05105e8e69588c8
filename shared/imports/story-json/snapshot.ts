import type { Entry } from '../../story/entry.ts';
import type { Story } from '../../story/reading/read-story.ts';
import type { StoryReader } from '../../story/reading/reader.ts';
import { sectionKinds } from '../../story/sections.ts';

/** A notebook as plain data at one moment: what exports are made of. */
export interface StorySnapshot {
  readonly story: Pick<Story, 'fields' | 'extra'>;
  /** Entries by kind, in display order, without those in the trash. */
  readonly entries: Readonly<Record<string, readonly Entry[]>>;
}

/** The present state of a notebook. */
export function snapshotOf(reader: StoryReader): StorySnapshot {
  return {
    story: reader.story(),
    entries: Object.fromEntries(sectionKinds.map((kind) => [kind, reader.list(kind)])),
  };
}
