import type * as Y from 'yjs';
import { storyMap, storyText } from '../document.ts';
import type { FieldProblem } from '../entry.ts';
import type { Field } from '../fields.ts';
import { storyFields } from '../story-fields.ts';
import type { StoryValues } from '../story-fields.ts';
import { plainValue, readField, readRich } from './read-entry.ts';

/** The head of the story and its overview, as read. */
export interface Story {
  readonly fields: StoryValues;
  readonly problems: readonly FieldProblem[];
  readonly extra: Readonly<Record<string, unknown>>;
}

/** Reads what a notebook holds once. Never throws, never writes. */
export function readStory(doc: Y.Doc): Story {
  const stored = storyMap(doc);
  const problems: FieldProblem[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries<Field<unknown>>(storyFields)) {
    const raw = field.storage === 'rich' ? readRich(storyText(doc, name)) : stored.get(name);
    values[name] = readField(field, name, raw, problems);
  }
  const extra: Record<string, unknown> = {};
  for (const key of stored.keys()) if (!Object.hasOwn(storyFields, key)) extra[key] = plainValue(stored.get(key));
  // Built from `storyFields` just above.
  return { fields: values as unknown as StoryValues, problems, extra };
}
