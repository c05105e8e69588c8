import type { StoryReader } from '../story/reading/reader.ts';
import type { EntryRef } from '../story/ref.ts';
/** One thing that can be found. Plain data: it travels to the worker. */
export interface SearchRecord {
  /** `events/abc`; unique. */
  readonly key: string;
  readonly kind: string;
  readonly id: string;
  /** What the hit is called. */
  readonly title: string;
  /** Names, tags and other short strings that count more than the body. */
  readonly names: string;
  readonly body: string;
}
/** The kind under which the head of the story and its overview are found. */
export declare const storyKind = 'story';
/** Text that lies outside the root document: of drafts and of captured sources. '' where there is none. */
export type OutsideText = (ref: EntryRef) => string;
/** What search knows of one entry; null where it is in the trash or unknown. Walks the section's fields. */
export declare function entryRecord(reader: StoryReader, ref: EntryRef, outside: OutsideText): SearchRecord | null;
/** What search knows of the head of the story. */
export declare function storyRecord(reader: StoryReader): SearchRecord;
/** Every entry of a notebook that can be found, in the order of the page. */
export declare function allRefs(reader: StoryReader): readonly EntryRef[];
