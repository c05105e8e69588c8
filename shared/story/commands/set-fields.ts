import type { Values } from '../fields.ts';
import type { EntryRef } from '../ref.ts';
import type { FieldsOf, SectionKind } from '../sections.ts';
import { setAnyField } from './set-field.ts';
import { act } from './writer.ts';
import type { Writer } from './writer.ts';

/** Sets several fields of one entry as one undo step; each is merged in as `setField` does. */
export function setFields<K extends SectionKind>(
  writer: Writer,
  ref: EntryRef & { readonly kind: K },
  values: Partial<Values<FieldsOf<K>>>,
): void {
  act(writer, 'set', () => {
    for (const [name, value] of Object.entries(values)) setAnyField(writer, ref, name, value);
  });
}
