import type { BriefDraft } from './brief-block.ts';
import type { Doubt, PageEntry } from './page-rule.ts';
import type { StoryValues } from './story-fields.ts';

/** Text that no section took, one per line, with the heading it stood under ('' before the first). */
export interface UnsortedText {
  readonly text: string;
  readonly under: string;
  readonly line: number;
}

/** What a file says of what the texts of its drafts name. */
export interface NamedInTexts {
  /** The bytes of pictures; `name` is what the blocks that show one have as their `sha256`. */
  readonly pictures: readonly { readonly name: string; readonly base64: string }[];
  /** What entries that they cite are called, by `refKey`. */
  readonly titles: ReadonlyMap<string, string>;
}

/** What an importer made of a file: shown in the preview, then applied by one command. Plain data. */
export interface ImportDraft {
  /** How the file was read: 'story page, layout A', 'Story JSON', a file of references or of annotations, a table of events, a notebook as Markdown. */
  readonly format: 'page-a' | 'page-b' | 'story-json' | 'references' | 'annotations' | 'table' | 'markdown';
  readonly fileName: string;
  readonly story: Partial<StoryValues>;
  /** Entries of all kinds, in page order within each kind. */
  readonly entries: readonly PageEntry[];
  readonly unsorted: readonly UnsortedText[];
  /** Questions and doubts that belong to no single entry: a missing title, text of unclear encoding. */
  readonly doubts: readonly Doubt[];
  /** The texts of drafts among the entries, by their ids; they are written into documents of their own. */
  readonly texts?: readonly BriefDraft[];
  /** Given, what these texts name and the notebook does not have becomes words. */
  readonly named?: NamedInTexts;
  /** Anything a newer version wrote at the top level of a Story JSON; kept through import. */
  readonly extra?: Readonly<Record<string, unknown>>;
}
