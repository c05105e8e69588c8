import * as v from 'valibot';

/** Points at an entry, or at one field of it. Resolved in `reading/`; sections cite each other only through this. */
export interface EntryRef {
  readonly kind: string;
  readonly id: string;
  readonly field?: string;
}

/** Accepts a reference of any kind, also one that only a newer version knows. */
export const entryRefSchema: v.GenericSchema<unknown, EntryRef> = v.pipe(
  v.object({
    kind: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
    id: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
    field: v.optional(v.pipe(v.string(), v.maxLength(64))),
  }),
  v.transform(({ kind, id, field }) => (field === undefined ? { kind, id } : { kind, id, field })),
);

/** A key for maps and attributes: `events/abc`; the field is left out. */
export function refKey(ref: { readonly kind: string; readonly id: string }): string {
  return `${ref.kind}/${ref.id}`;
}

/** Whether two references name the same entry (and, where `withField`, the same field). */
export function sameRef(a: EntryRef | null, b: EntryRef | null, withField = false): boolean {
  if (a === null || b === null) return a === b;
  return a.kind === b.kind && a.id === b.id && (!withField || a.field === b.field);
}
