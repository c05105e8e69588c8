import type { BriefBlock, BriefContext } from './brief-block.ts';
import type { Entry, EntryDraft } from './entry.ts';
import type { FieldSet, Values } from './fields.ts';
import type { PageRule } from './page-rule.ts';

/** Plain JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** How a section stands in Story JSON (see product.md, Interchange). */
export interface StoryJsonRule<F extends FieldSet> {
  /** The top-level key: `events`. */
  readonly key: string;
  /** The entry's public keys; everything else goes under `extra`. */
  write(fields: Values<F>): JsonObject;
  /** The fields that can be read out of one item; what is not understood is simply not returned. */
  read(item: JsonObject): Partial<Values<F>>;
}

/** What an arrangement may look at: an entry, or only the fields it depends on. */
export interface Arranged {
  readonly fields: Readonly<Record<string, unknown>>;
}

/** How entries are put in order, where their hand-made order is not the whole answer. */
export interface Arrangement<F extends FieldSet> {
  /** The fields it looks at: a change to any of these asks for a new arrangement. */
  readonly dependsOn: readonly (keyof F & string)[];
  /** Takes the entries in rank order, gives them in display order. Must be pure and lose none. */
  arrange<E extends Arranged>(entries: readonly E[]): readonly E[];
}

/** Changes an entry that an older version wrote. Additive, deterministic and idempotent: two peers may run it at once. */
export interface Upgrade {
  readonly name: string;
  /** The plain values to add, given the stored ones; only keys that are absent are ever written. */
  add(stored: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
}

/** Everything the rest of Backstory needs to know of one section of the story model. */
export interface Section<F extends FieldSet = FieldSet> {
  /** The key in the document, in references and in files. Never changes. */
  readonly kind: string;
  /** Where it stands among the sections of the page and, unless `briefPlace` says otherwise, of the brief. */
  readonly place: number;
  readonly briefPlace?: number;
  readonly names: { readonly one: string; readonly many: string };
  readonly fields: F;
  /** What an entry is called in lists and references; never empty. */
  title(fields: Values<F>): string;
  /** Text under which two entries are taken for the same thing when a page is imported again; '' never matches. */
  identity(fields: Values<F>): string;
  /** Fields whose words are searched first; the others follow. */
  readonly nameFields: readonly (keyof F & string)[];
  /** Fiction can never be chosen as evidence, and says what it is wherever it is shown. */
  readonly fictional?: true;
  /** Entries that are about other entries (notes, evidence) and have no place of their own on the page. */
  readonly attached?: true;
  /** A field whose earlier values are kept in a log field when it changes, with the date field that says as of when. */
  readonly remembers?: {
    readonly field: keyof F & string;
    readonly log: keyof F & string;
    readonly on: keyof F & string;
  };
  readonly arrangement?: Arrangement<F>;
  readonly storyJson?: StoryJsonRule<F>;
  readonly page?: PageRule;
  /** The section's part of the brief; null when there is nothing to print. */
  brief?(entries: readonly Entry<F>[], context: BriefContext): readonly BriefBlock[] | null;
  readonly upgrades: readonly Upgrade[];
  /** A complete, made-up entry for the contract suite: every field that a person can edit is filled. */
  fixture(): EntryDraft<F>;
}

/** Keeps a section's own field types while checking it against the contract. */
export function defineSection<const F extends FieldSet>(section: Section<F>): Section<F> {
  return section;
}

/** The first words of a text, for entries that have no title. */
export function firstWords(text: string, otherwise: string): string {
  const line = text.trim().split('\n')[0] ?? '';
  if (line === '') return otherwise;
  return line.length > 80 ? `${line.slice(0, 79).trimEnd()}…` : line;
}

/** The usual identity: letters and digits only, lower case, so that quotes, dashes and spacing do not matter. */
export function normalised(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
