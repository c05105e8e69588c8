import type { Entry } from '../story/entry.ts';
import type { StoryReader } from '../story/reading/reader.ts';
import { refKey } from '../story/ref.ts';
import type { EntryRef } from '../story/ref.ts';
import { findSection, sectionKinds } from '../story/sections.ts';
import { storyFields } from '../story/story-fields.ts';

/** One thing that can be found. Plain data: it travels to the worker. */
export interface SearchRecord {
  /** `events/abc`; unique. */
  readonly key: string;
  readonly kind: string;
  readonly id: string;
  /** What the hit is called. */
  readonly title: string;
  /** Names, tags and other short strings that count more than the body. */
  readonly names: string;
  readonly body: string;
}

/** The kind under which the head of the story and its overview are found. */
export const storyKind = 'story';

/** Text that lies outside the root document: of drafts and of captured sources. '' where there is none. */
export type OutsideText = (ref: EntryRef) => string;

/** What search knows of one entry; null where it is in the trash or unknown. Walks the section's fields. */
export function entryRecord(reader: StoryReader, ref: EntryRef, outside: OutsideText): SearchRecord | null {
  // Read in passing: an index of everything must not keep a snapshot of everything as well.
  const entry: Entry | undefined = reader.peek(ref);
  const section = findSection(ref.kind);
  if (entry === undefined || section === undefined || entry.deletedAt !== null) return null;
  const names: string[] = [];
  const body: string[] = [];
  for (const [name, field] of Object.entries(section.fields)) {
    const words = field.plain(entry.fields[name]);
    // The usual choice says nothing: every other event would be found by the word "happened".
    if (words === '' || (field.type === 'choice' && entry.fields[name] === field.empty)) continue;
    if (section.nameFields.includes(name)) names.push(words);
    else body.push(words);
  }
  const text = outside(ref);
  if (text !== '') body.push(text);
  return {
    key: refKey(ref),
    kind: ref.kind,
    id: ref.id,
    title: section.title(entry.fields),
    names: names.join('\n'),
    body: body.join('\n'),
  };
}

/** What search knows of the head of the story. */
export function storyRecord(reader: StoryReader): SearchRecord {
  const { fields } = reader.story();
  const words = Object.entries(storyFields)
    .filter(([name]) => name !== 'title')
    .map(([name, field]) => {
      // The names come from the record of fields itself.
      const value = fields[name as keyof typeof fields];
      // Each field's own value, read by that very field's schema.
      return (field.plain as (value: unknown) => string)(value);
    });
  return {
    key: `${storyKind}/${storyKind}`,
    kind: storyKind,
    id: storyKind,
    title: fields.title || 'Untitled notebook',
    names: [fields.title, fields.kicker].join('\n'),
    body: words.filter((text) => text !== '').join('\n'),
  };
}

/** Every entry of a notebook that can be found, in the order of the page. */
export function allRefs(reader: StoryReader): readonly EntryRef[] {
  return sectionKinds.flatMap((kind) => reader.ids(kind).map((id) => ({ kind, id })));
}
