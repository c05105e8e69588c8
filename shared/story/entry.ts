import type { FieldSet, Values } from './fields.ts';

/** A field whose stored value could not be read; the view shows its empty value, the store keeps what it has. */
export interface FieldProblem {
  readonly field: string;
  readonly stored: unknown;
}

/** A deletion that somebody edited the entry beside, without knowing of it: `DC` in SPEC.md. */
export interface Contested {
  /** Who deleted it; '' where nobody said. */
  readonly by: string;
  /** When, ISO 8601; null where it is the adding of the entry that was taken back. */
  readonly at: string | null;
}

/** An entry as read: immutable, complete, and safe to show. */
export interface Entry<F extends FieldSet = FieldSet> {
  readonly kind: string;
  readonly id: string;
  /** Place in the hand-made order: a fractional index, ties broken by id. */
  readonly rank: string;
  /** ISO 8601 moment, or '' where an older writer left none. */
  readonly createdAt: string;
  readonly createdBy: string;
  /** When it was put in the trash; null while it is in the notebook, contested or not. */
  readonly deletedAt: string | null;
  /** Who put it there; '' while it is in the notebook, or where nobody said. */
  readonly deletedBy: string;
  /** Set where the entry is in the notebook although somebody deleted it. */
  readonly contested?: Contested;
  readonly fields: Values<F>;
  readonly problems: readonly FieldProblem[];
  /** Fields written by a newer version, as plain data. */
  readonly extra: Readonly<Record<string, unknown>>;
}

/** What a new entry is made of; fields not given are empty. */
export interface EntryDraft<F extends FieldSet = FieldSet> {
  readonly kind: string;
  readonly fields: Partial<Values<F>>;
  readonly extra?: Readonly<Record<string, unknown>>;
  /** Kept when it comes from a full export. */
  readonly id?: string;
}

/** The entry's own keys in its Y.Map, which no field may be named. */
const entryKeys: ReadonlySet<string> = new Set(['rank', 'createdAt', 'createdBy', 'deletedAt', 'deletedBy']);

/** How the keys begin that hold what an entry was like when it was deleted: `reading/contested.ts`. */
export const deletedAsPrefix = 'deletedAs.';

/** Whether a key of an entry's Y.Map is the entry's own: no field is named so. */
export function isEntryKey(key: string): boolean {
  return entryKeys.has(key) || key.startsWith(deletedAsPrefix);
}
