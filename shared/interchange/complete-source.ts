import type { EntryDraft } from '../story/entry.ts';
import type { Values } from '../story/fields.ts';
import { section } from '../story/sections.ts';
import type { FieldsOf } from '../story/sections.ts';

/** All fields of a source that is not stored yet: what is not given is empty. */
export function completeSource(given: EntryDraft['fields']): Values<FieldsOf<'sources'>> {
  const values = Object.entries(section('sources').fields).map(([name, field]) => [name, given[name] ?? field.empty]);
  // Built field by field from the section itself.
  return Object.fromEntries(values) as Values<FieldsOf<'sources'>>;
}
