import type { EntryDraft } from './entry.ts';
import type { StoryValues } from './story-fields.ts';

/** The two known layouts of a story page. */
export type PageLayout = 'a' | 'b';

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
  /** All lines under this section's headings anywhere on the page: what repeats there tells a category from a word. */
  readonly kin: readonly PageLine[];
  readonly layout: PageLayout;
  /** Categories the notebook already knows: they win over guesses where category and text are glued. */
  readonly knownCategories: readonly string[];
}

/** Something a person should look at in the preview. */
export interface Doubt {
  /** 1-based line in the file; 0 where it is about the whole file. */
  readonly line: number;
  readonly message: string;
  /** The field it is about, where it is about one. */
  readonly field?: string;
}

/** One recognised entry, with where it came from. */
export interface PageEntry {
  readonly draft: EntryDraft;
  /** 1-based line in the file; in Story JSON the place in its list. */
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
  /**
   * Headings as printed, in small letters: compared without case, apostrophe style, spacing or a colon at the end.
   * `#` stands for a whole number.
   */
  readonly headings: readonly string[];
  /** Words that are a heading only where none of `headings` is on the page and they stand there once: "People". */
  readonly looseHeadings?: readonly string[];
  parse(block: PageBlock): PageParse;
}
