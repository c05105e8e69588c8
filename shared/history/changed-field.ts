import type { Field } from '../story/fields.ts';
import { findSection } from '../story/sections.ts';
import { storyFields } from '../story/story-fields.ts';
import type { ChangedField, Subject } from './change.ts';
import { draftTextField } from './draft-replay.ts';

const ofStory: Readonly<{ [name: string]: Field<unknown> }> = storyFields;

/** The definition of a subject's field; undefined for a draft's text and for what only a newer version knows. */
export function fieldOf(subject: Subject, name: string): Field<unknown> | undefined {
  if (subject.type === 'draft') return undefined;
  if (subject.type === 'story') return Object.hasOwn(ofStory, name) ? ofStory[name] : undefined;
  return findSection(subject.ref.kind)?.fields[name];
}

export function changedField(subject: Subject, name: string): ChangedField {
  if (subject.type === 'draft') return draftField;
  const field = fieldOf(subject, name);
  return { name, label: field?.label ?? name, type: field?.type ?? 'line' };
}

export const draftField: ChangedField = { name: draftTextField, label: 'Text', type: 'draft' };
