import * as Y from 'yjs';
import { entriesMap, mergingField, storyMap, storyText } from '../document.ts';
import type { Field } from '../fields.ts';
import type { EntryRef } from '../ref.ts';
import type { RichText } from '../rich-text.ts';
import { findSection } from '../sections.ts';
import type { SectionKind, FieldsOf } from '../sections.ts';
import { storyFields } from '../story-fields.ts';
import type { StoryValues } from '../story-fields.ts';
import { mergeList, mergeRich, mergeText } from './merge-value.ts';
import { act } from './writer.ts';
import type { Writer } from './writer.ts';
import type { Values } from '../fields.ts';

/** Sets one field of an entry to a value of its type; texts and lists are merged in with the smallest change. */
export function setField<K extends SectionKind, N extends keyof FieldsOf<K> & string>(
  writer: Writer,
  ref: EntryRef & { readonly kind: K },
  name: N,
  value: Values<FieldsOf<K>>[N],
): void {
  setAnyField(writer, ref, name, value);
}

/** As `setField`, for code that walks the registry and has checked the value with the field's own `parse`. */
export function setAnyField(writer: Writer, ref: EntryRef, name: string, value: unknown): void {
  const field = findSection(ref.kind)?.fields[name];
  const stored = entriesMap(writer.doc, ref.kind).get(ref.id);
  if (field === undefined || stored === undefined) return;
  act(writer, 'set', () => {
    remember(writer, ref, name, stored, value);
    if (field.storage === 'value') setValue(stored, name, value);
    else mergeInto(mergingField(writer.doc, { kind: ref.kind, id: ref.id, field: name }, field.storage), field, value);
  });
}

/** Sets one of the fields a notebook holds once. */
export function setStoryField<N extends keyof StoryValues & string>(
  writer: Writer,
  name: N,
  value: StoryValues[N],
): void {
  const field: Field<unknown> = storyFields[name];
  act(writer, 'set', () => {
    if (field.storage === 'rich') mergeInto(storyText(writer.doc, name), field, value);
    else setValue(storyMap(writer.doc), name, value);
  });
}

function setValue(map: Y.Map<unknown>, name: string, value: unknown): void {
  // Setting the same value again would still be an edit: it would win over somebody else's concurrent one.
  if (JSON.stringify(map.get(name)) !== JSON.stringify(value)) map.set(name, value);
}

function mergeInto(stored: Y.Text | Y.Array<unknown>, field: Field<unknown>, value: unknown): void {
  // Each value is of its field's own type: see `setField`.
  if (stored instanceof Y.Array) mergeList(stored, value as readonly unknown[]);
  else if (field.storage === 'rich')
    mergeRich(stored, value as RichText); // a rich field's spans
  else mergeText(stored, value as string); // a prose field's string
}

/** Keeps the earlier value of a field whose section asks for it. */
function remember(writer: Writer, ref: EntryRef, name: string, stored: Y.Map<unknown>, value: unknown): void {
  const rule = findSection(ref.kind)?.remembers;
  const before = stored.get(name);
  if (rule?.field !== name || typeof before !== 'string' || before === '' || before === value) return;
  const log = mergingField(writer.doc, { kind: ref.kind, id: ref.id, field: rule.log }, 'list');
  if (log instanceof Y.Array) log.push([{ value: before, on: stored.get(rule.on) ?? null, recordedAt: writer.now() }]);
}
