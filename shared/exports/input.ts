import type { BriefDraft } from '../story/brief-block.ts';
import type { Story } from '../story/reading/read-story.ts';
import type { EntryRef } from '../story/ref.ts';
import type { EntryOf, SectionKind } from '../story/sections.ts';

/** What an export is made from: the notebook as read. `StoryReader` is one. */
export interface ExportInput {
  story(): Story;
  /** The entries of a kind in display order, without those in the trash. */
  list<K extends SectionKind>(kind: K): readonly EntryOf<K>[];
  titleOf(ref: EntryRef): string | null;
}

/** A picture's bytes. */
export interface Picture {
  readonly mediaType: string;
  readonly base64: string;
}

/** Looks up a picture of a draft by its SHA-256 in hexadecimal; null where the notebook does not have it. */
export type PictureOf = (sha256: string) => Picture | null;

/** What lies outside the notebook's root document, or is not of the notebook at all. */
export interface ExportOptions {
  /** The moment of the export, ISO 8601: given, so that the same notebook gives the same bytes. */
  readonly at: string;
  /** The notebook's id. */
  readonly notebook: string;
  /** The drafts with their texts, in order. */
  readonly drafts: readonly BriefDraft[];
  /** The pictures of the drafts; absent: none are there. */
  readonly picture?: PictureOf;
}

/** An exported file. */
export interface Exported {
  readonly text: string;
  /** Titles of the events that the format has no place for. */
  readonly leftOut: readonly string[];
}
