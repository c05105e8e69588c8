import type { FieldSet, Values } from '../../story/fields.ts';
import type { AnySection } from '../../story/sections.ts';
import type { Json, JsonObject } from '../../story/section.ts';
import { storyFields } from '../../story/story-fields.ts';
import type { StoryValues } from '../../story/story-fields.ts';

/** Complete values of a set of fields: what is not given is empty. */
export function completeValues<F extends FieldSet>(fields: F, given: Partial<Values<F>>): Values<F> {
  const values = Object.entries(fields).map(([name, field]) => [name, given[name] ?? field.empty] as const);
  // Built field by field from the set itself.
  return Object.fromEntries(values) as Values<F>;
}

/** Complete values of the story's own fields. */
export function completeStory(given: Partial<StoryValues>): StoryValues {
  return completeValues(storyFields, given);
}

/** One entry as Story JSON has it: absent texts are null. Null where the section has no place there. */
export function writeItem(section: AnySection, given: Partial<Values<FieldSet>>): JsonObject | null {
  const written = section.storyJson?.write(completeValues(section.fields, given));
  if (written === undefined) return null;
  return Object.fromEntries(Object.entries(written).map(([key, value]) => [key, value === '' ? null : value]));
}

/** Whether two plain values say the same. Absent, null and '' are one. */
export function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a === '' ? null : (a ?? null)) === JSON.stringify(b === '' ? null : (b ?? null));
}

/** A value of a field as JSON; fields hold plain data only. */
export function asJson(value: unknown): Json {
  // What JSON.parse gives back is JSON.
  return JSON.parse(JSON.stringify(value ?? null)) as Json;
}

/** A value of a public key as it is read: texts without the blank space around them. */
export function trimmed(value: unknown): Json {
  // Everything here comes out of JSON.parse.
  return typeof value === 'string' ? value.trim() : ((value ?? null) as Json);
}
