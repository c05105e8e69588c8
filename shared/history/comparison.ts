import type { EntryRef } from '../story/ref.ts';
import type { ChangedField } from './change.ts';
import type { Difference } from './difference.ts';

/**
 * How an entry differs between an earlier state and the present. `only-past`: it was in the notebook then and is not now;
 * `only-present`: the other way round; `changed`: fields, place or the text of a draft differ.
 */
export type EntryState = 'only-past' | 'only-present' | 'changed';

export interface EntryDifference {
  readonly ref: EntryRef;
  /** What it is called now, or was called where it is only in the past. */
  readonly title: string;
  readonly state: EntryState;
  /** The fields that differ; empty unless `changed`. */
  readonly fields: readonly ChangedField[];
  /** Whether it has another place in the hand-made order. */
  readonly moved: boolean;
  /** Whether the text of the draft differs; false for one that the past does not have. */
  readonly draftText: boolean;
}

export interface SectionDifferences {
  readonly kind: string;
  readonly entries: readonly EntryDifference[];
}

/** What differs between an earlier state and the present. Empty everywhere where nothing does. */
export interface Comparison {
  /** The fields a notebook has once. */
  readonly story: readonly ChangedField[];
  /** In the order of the page; sections without differences are left out. */
  readonly sections: readonly SectionDifferences[];
  /** How many entries differ. */
  readonly entries: number;
}

/** One field, past and present, with the difference from the past one to the present one. */
export interface FieldDifference {
  readonly field: ChangedField;
  readonly past: unknown;
  readonly present: unknown;
  readonly difference: Difference;
}
