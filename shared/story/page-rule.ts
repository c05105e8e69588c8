import type { StoryValues } from './story-fields.ts';
import type { EntryDraft } from './entry.ts';

/** One non-blank line of a story page, trimmed; non-breaking spaces are spaces. */
export interface PageLine {
  readonly text: string;
  /** 1-based line in the file, for messages. */
  readonly number: number;
  /** Whether a blank line stands before it. */
  readonly afterBlank: boolean;
}

/** The lines between one heading and the next. */
export interface PageBlock {
  readonly heading: PageLine;
  readonly lines: readonly PageLine[];
  /** Which of the two known layouts the page has (stories' grammar). */
  readonly layout: 'a' | 'b';
  /** Categories the notebook already knows: they win over guesses where category and text are glued. */
  readonly knownCategories: readonly string[];
}

/** Something a person should look at in the preview. */
export interface Doubt {
  readonly line: number;
  readonly message: string;
}

/** One recognised entry, with where it came from. */
export interface PageEntry {
  readonly draft: EntryDraft;
  readonly line: number;
  readonly doubts: readonly Doubt[];
}

/** What a section made of its block. Every line is in an entry, in the story's fields, or unsorted: none is dropped. */
export interface PageParse {
  readonly entries: readonly PageEntry[];
  readonly story?: Partial<StoryValues>;
  readonly unsorted: readonly PageLine[];
}

/** How a section is recognised on a story page. */
export interface PageRule {
  /** Headings as printed, compared without case, apostrophe style or spacing. */
  readonly headings: readonly string[];
  parse(block: PageBlock): PageParse;
}
