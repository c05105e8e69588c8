import type { CitationStyle } from '../citations/index.ts';
import type { BriefBlock, BriefDepth, BriefDraft, BriefNote, BriefPeriod } from '../story/brief-block.ts';
import type { Entry } from '../story/entry.ts';
import type { Story } from '../story/reading/read-story.ts';
import type { EntryRef } from '../story/ref.ts';
import type { SectionKind } from '../story/sections.ts';

/** What a brief is made from: the notebook as read. `StoryReader` is one. */
export interface BriefInput {
  story(): Story;
  /** The entries of a kind in display order, without those in the trash. */
  list(kind: SectionKind): readonly Entry[];
  titleOf(ref: EntryRef): string | null;
}

/** The part that is no section of the registry: the story's own overview. */
export const overviewPart = 'overview';

/** What somebody chose for one brief. Everything has a default. */
export interface BriefOptions {
  /** The parts to print, in order: `overview` and section kinds. Absent: all, in the usual order. */
  readonly parts?: readonly string[];
  /** The draft to print, with its text; it stands where its part stands. */
  readonly draft?: BriefDraft | null;
  readonly authors?: readonly string[];
  /** The day the brief is as known on, `YYYY-MM-DD`. Absent: the day the page was captured. */
  readonly asOf?: string | null;
  /** BCP 47; absent: English. */
  readonly language?: string;
  /** The day that the cover bears, `YYYY-MM-DD`; absent: none. Given, because a brief reads no clock. */
  readonly date?: string | null;
  /** Whether the cover has a page of its own. */
  readonly titlePage?: boolean;
  readonly contents?: boolean;
  readonly notesAt?: NotesPlace;
  /** Absent: full. Evidence is printed in full depth alone. */
  readonly depth?: BriefDepth;
  /** The days of the timeline; absent: all. */
  readonly period?: BriefPeriod;
  /** How sources are cited and listed; absent: in notes. */
  readonly style?: CitationStyle;
  /** How long the brief may be; absent: as long as it is. */
  readonly fit?: BriefFit | null;
  /** The pictures of the draft; absent: none are there. */
  readonly images?: ImagesOf;
}

/** So many pages of a paper that a brief is cut down to. */
export interface BriefFit {
  readonly pages: number;
  readonly paper: 'A4' | 'Letter';
}

/** Where notes stand: at the foot of the page of their sign, or after everything else. */
export type NotesPlace = 'foot' | 'end';

/** A picture's bytes. */
export interface BriefImage {
  readonly mediaType: string;
  readonly base64: string;
}

/** Looks up a picture by its SHA-256 in hexadecimal; null where the notebook does not have it. */
export type ImagesOf = (sha256: string) => BriefImage | null;

/** What is expected next: "In 2 days" and the event. */
export interface BriefNext {
  readonly when: string;
  readonly title: string;
}

/** One part of a brief, in print order. */
export interface BriefPart {
  /** `overview`, or the section's kind. */
  readonly kind: string;
  /** Null where the part needs none: the overview right under the cover, and remarks. */
  readonly heading: string | null;
  readonly blocks: readonly BriefBlock[];
}

/** A brief as plain data: everything that is printed, in order, and nothing else. */
export interface Brief {
  readonly language: string;
  readonly kicker: string;
  readonly title: string;
  readonly deck: string;
  readonly authors: readonly string[];
  /** `YYYY-MM-DD`, or null where nobody has said of which day the story is. */
  readonly asOf: string | null;
  /** "As known on 26 March 2021"; '' without a day. */
  readonly asKnownOn: string;
  /** "3 of 53 declared sources"; '' where there are none. */
  readonly sources: string;
  readonly next: BriefNext | null;
  /** The cover's own day in words; '' for none. */
  readonly date: string;
  readonly titlePage: boolean;
  readonly contents: boolean;
  readonly parts: readonly BriefPart[];
  readonly notesAt: NotesPlace;
  /** In the order of their signs, which are numbered from 1. */
  readonly notes: readonly BriefNote[];
  /** The pictures that the parts show, by SHA-256. */
  readonly images: ReadonlyMap<string, BriefImage>;
}
