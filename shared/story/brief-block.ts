import type { StoryDate } from './dates/index.ts';
import type { DraftBlock } from './draft-block.ts';
import type { EntryRef } from './ref.ts';
import type { RichText } from './rich-text.ts';
import type { StoryValues } from './story-fields.ts';

/** The draft chosen for a brief, with its text. */
export interface BriefDraft {
  readonly id: string;
  readonly blocks: readonly DraftBlock[];
}

/** One side of a conflict: what is said, by whom, and the small print (unit, scope, day, grades in words). */
export interface BriefStatement {
  readonly who: string;
  readonly says: string;
  readonly details: string;
}

/** Values that stand against each other, and what people judged of them. */
export interface BriefConflict {
  readonly ref: EntryRef;
  readonly title: string;
  /** "Open" or "Settled". */
  readonly state: string;
  readonly judgedBy: string;
  readonly note: string;
  readonly judgement: string;
  readonly statements: readonly BriefStatement[];
}

/** How much of each entry is printed: everything, or what a reader in a hurry asks for. */
export type BriefDepth = 'full' | 'short';

/** What the timeline is about: dates in EDTF, both included; null for an open end. */
export interface BriefPeriod {
  readonly from: string | null;
  readonly to: string | null;
}

/** What a section may look up while it prepares its part of a brief. */
export interface BriefContext {
  /** The day the brief is as known on (`YYYY-MM-DD`); null where nobody has said. */
  readonly asOf: string | null;
  /** What the notebook holds once. */
  readonly story: StoryValues;
  readonly depth: BriefDepth;
  readonly period: BriefPeriod;
  /** The one draft to print, if any. */
  readonly draft: BriefDraft | null;
  /** The rows of the contradiction ledger, in its order. */
  readonly conflicts: readonly BriefConflict[];
  /** The title of an entry, or null where it is not in the notebook. */
  titleOf(ref: EntryRef): string | null;
}

/** What a section's projection reads of an entry, given the values it prints. */
export interface PrintedEntry<V> {
  readonly kind: string;
  readonly id: string;
  readonly fields: V;
}

/** One labelled paragraph: "Key trigger", "Short term". */
export interface LabelledText {
  readonly label: string;
  readonly text: string;
}

/** Something counted: a big value, what it is, and the small print. */
export interface BriefFigure {
  readonly ref: EntryRef;
  readonly value: string;
  readonly label: string;
  readonly detail: string;
  /** Quiet lines below: unit, scope, as-of day, earlier values. */
  readonly notes: readonly string[];
  /** Who disputes it, in a line; absent where nobody does. Put in where the brief is built. */
  readonly disputed?: string;
  /** The numbers of the notes whose signs stand at its end. Put in where the brief is built. */
  readonly signs?: readonly number[];
}

/** A person or an organization: a name and what belongs to it. */
export interface BriefRow {
  readonly ref: EntryRef;
  readonly title: string;
  /** Other names and spellings, as one line. */
  readonly also: string;
  readonly meta: string;
  readonly text: string;
  /** Quiet lines below: status, the day of a stance. */
  readonly notes: readonly string[];
  /** Who disputes it, in a line; absent where nobody does. Put in where the brief is built. */
  readonly disputed?: string;
  /** The numbers of the notes whose signs stand at its end. Put in where the brief is built. */
  readonly signs?: readonly number[];
}

export interface BriefEvent {
  readonly ref: EntryRef;
  readonly title: string;
  readonly date: StoryDate | null;
  /** The date in words; '' for an undated event. */
  readonly when: string;
  /** Clock time and zone, as words. */
  readonly clock: string;
  readonly category: string;
  readonly text: string;
  readonly expected: boolean;
  /** "Statement", "Allegation" or "Forecast"; '' for a plain event. */
  readonly nature: string;
  /** The titles of those who took part. */
  readonly actors: readonly string[];
  /** "3 support" and "1 disputes", counted by origin; '' for none. Put in where the brief is built. */
  readonly supports?: string;
  readonly disputes?: string;
  /** Who disputes it, in a line; absent where nobody does. Put in where the brief is built. */
  readonly disputed?: string;
  /** The numbers of the notes whose signs stand at its end. Put in where the brief is built. */
  readonly signs?: readonly number[];
}

/** A titled piece of prose with labelled paragraphs: a scenario, a historical context. */
export interface BriefArticle {
  readonly ref: EntryRef;
  readonly title: string;
  readonly meta: string;
  readonly text: string;
  readonly labelled: readonly LabelledText[];
  /** Who disputes it, in a line; absent where nobody does. Put in where the brief is built. */
  readonly disputed?: string;
  /** The numbers of the notes whose signs stand at its end. Put in where the brief is built. */
  readonly signs?: readonly number[];
}

/** A piece of fiction; always printed in a box whose first line says so. */
export interface BriefFiction {
  readonly ref: EntryRef;
  readonly name: string;
  readonly meta: string;
  readonly text: string;
}

/** One source of the list. */
export interface BriefReference {
  readonly ref: EntryRef;
  readonly title: string;
  /** Where it can be found; printed, and a link where it is a safe one. */
  readonly address: string;
  /** Authors, publisher, day of publication. */
  readonly meta: string;
  /** Grade in words, day of access. */
  readonly note: string;
  /** How the brief's style prints it. Put in where the brief is built. */
  readonly listed?: ListedReference;
}

/** A source as a style of citing lists it. */
export interface ListedReference {
  /** The number by which it is cited; '' where the style has none. */
  readonly label: string;
  readonly runs: RichText;
  /** Reliability in words; '' where it is not graded. */
  readonly grade: string;
  /** The SHA-256 of its newest capture in hexadecimal; '' where nothing was captured. */
  readonly fingerprint: string;
}

/** A note of a brief, at the foot of the page of its sign or at the end. */
export interface BriefNote {
  /** From 1, in the order of the signs. */
  readonly number: number;
  /** The words of a footnote, or what is cited, as the style writes it. */
  readonly text: RichText;
  /** The passage that is cited, in its own words; '' for none. */
  readonly quote: string;
  /** Both grades in words, "Usually reliable · Probably true"; '' where nothing is graded. */
  readonly grade: string;
  /** The SHA-256 of the capture in hexadecimal; '' for none. */
  readonly fingerprint: string;
}

/** What a section may print. The renderer of the brief knows these shapes and no section. */
export type BriefBlock =
  | { readonly type: 'figures'; readonly figures: readonly BriefFigure[] }
  | { readonly type: 'timeline'; readonly events: readonly BriefEvent[] }
  | { readonly type: 'rows'; readonly rows: readonly BriefRow[] }
  | { readonly type: 'articles'; readonly numbered: boolean; readonly articles: readonly BriefArticle[] }
  | { readonly type: 'references'; readonly references: readonly BriefReference[] }
  | { readonly type: 'prose'; readonly text: RichText; readonly signs?: readonly number[] }
  | { readonly type: 'fiction'; readonly pieces: readonly BriefFiction[] }
  /** A part of its own: its title takes the place of the section's heading. */
  | { readonly type: 'draft'; readonly title: string; readonly blocks: readonly DraftBlock[] }
  | { readonly type: 'remark'; readonly text: string };

const sentenceEnd = /[.!?…](?=["”’)\]]*\s)/u;

/** The first sentence of a text, as far as marks can tell; a text without an end is its first line. */
export function firstSentence(text: string): string {
  const first = text.trim().split('\n')[0] ?? '';
  const end = sentenceEnd.exec(first);
  const closing = end === null ? '' : (/^["”’)\]]*/u.exec(first.slice(end.index + 1))?.[0] ?? '');
  return end === null ? first : first.slice(0, end.index + 1) + closing;
}

/** What stands in the place of a date that nobody knows. */
export const undated = 'Undated';

/** Joins the parts that are not empty. */
export function joined(parts: readonly string[], separator = ' · '): string {
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(separator);
}
