import { useMemo } from 'react';
import type { FieldProblem } from '../../shared/story/entry.ts';
import type { Field, FieldType, Values } from '../../shared/story/fields.ts';
import type { EntryRef } from '../../shared/story/ref.ts';
import { findSection, isSectionKind } from '../../shared/story/sections.ts';
import type { FieldsOf, SectionKind } from '../../shared/story/sections.ts';
import { storyFields } from '../../shared/story/story-fields.ts';
import type { StoryValues } from '../../shared/story/story-fields.ts';
import { useCommands, useEntry, useSession, useStory } from '../session/session-context.ts';
import { isOpenList, usedWords } from './used-words.ts';

/** A field as a control sees it: what it holds, what it is called, and how to change it. */
export interface Bound<T> {
  readonly type: FieldType;
  /** "Title" */
  readonly label: string;
  /** The accessible name of its control: "Title of event Salvage firm named". */
  readonly name: string;
  readonly value: T;
  readonly choices: Readonly<Record<string, string>>;
  /** Set where what is stored could not be read: `value` is then only what could be. */
  readonly problem: FieldProblem | null;
  readonly set: (value: T) => void;
  /** For a line that is an open list: the words used before, the most used first. Asked only while it is edited. */
  readonly used?: () => readonly string[];
}

/** A field of an entry, with its own type. */
export function useEntryField<K extends SectionKind, N extends keyof FieldsOf<K> & string>(
  kind: K,
  id: string,
  name: N,
): Bound<Values<FieldsOf<K>>[N]> {
  // The section of this kind says what this field holds; `useAnyField` reads it through that very definition.
  return useAnyField({ kind, id }, name) as Bound<Values<FieldsOf<K>>[N]>;
}

/** A field of any entry, for code that walks the registry. Throws for a field the section does not have: a bug. */
export function useAnyField({ kind, id }: EntryRef, name: string): Bound<unknown> {
  const entry = useEntry(kind, id);
  const commands = useCommands();
  const { reader } = useSession();
  const section = findSection(kind);
  const field = section?.fields[name];
  if (section === undefined || field === undefined) throw new Error(`No field ${name} in section ${kind}`);
  const title = entry === undefined ? '' : section.title(entry.fields);
  const value = entry === undefined ? field.empty : entry.fields[name];
  const problem = entry?.problems.find((one) => one.field === name) ?? null;
  return useMemo(() => {
    const owner = `${section.names.one.toLowerCase()} ${title}`;
    const bound = bind(field, owner, value, problem, (next) => commands.set({ kind, id }, name, next));
    if (!isSectionKind(kind) || !isOpenList(kind, name)) return bound;
    return { ...bound, used: () => usedWords(reader, kind, name) };
  }, [field, section, title, value, problem, commands, reader, kind, id, name]);
}

/** A field that the notebook holds once. */
export function useStoryField<N extends keyof StoryValues & string>(name: N): Bound<StoryValues[N]> {
  const story = useStory();
  const commands = useCommands();
  const value = story.fields[name];
  const problem = story.problems.find((one) => one.field === name) ?? null;
  return useMemo(() => {
    // A union of fields, one for each name: the one of this name is meant.
    const field = storyFields[name] as unknown as Field<StoryValues[N]>;
    return bind(field, 'the story', value, problem, (next) => commands.setStory(name, next));
  }, [name, value, problem, commands]);
}

function bind<T>(
  field: Field<T>,
  owner: string,
  value: T,
  problem: FieldProblem | null,
  write: (value: T) => void,
): Bound<T> {
  return {
    type: field.type,
    label: field.label,
    name: `${field.label} of ${owner}`,
    value,
    choices: field.choices ?? {},
    problem,
    set: write,
  };
}
