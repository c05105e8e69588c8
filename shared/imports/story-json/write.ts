import type { ImportDraft } from '../../story/import-draft.ts';
import type { FieldSet, Values } from '../../story/fields.ts';
import { plainFromRich, richParagraphs } from '../../story/rich-text.ts';
import type { Json, JsonObject } from '../../story/section.ts';
import { findSection, sectionList } from '../../story/sections.ts';
import type { StoryValues } from '../../story/story-fields.ts';
import { listKeys, unsortedKind } from './format.ts';
import type { StorySnapshot } from './snapshot.ts';
import { completeStory, writeItem } from './values.ts';

type Fields = Partial<Values<FieldSet>>;

/** The plain Story JSON of what an importer read. */
export function storyJsonFromDraft(draft: ImportDraft): JsonObject {
  const fieldsOf = (kind: string): readonly Fields[] =>
    draft.entries.filter((entry) => entry.draft.kind === kind).map((entry) => entry.draft.fields);
  return plainStory(
    completeStory(draft.story),
    fieldsOf,
    draft.unsorted.map(({ text }) => text),
  );
}

/** The plain Story JSON of a notebook. */
export function storyJsonFromSnapshot(snapshot: StorySnapshot): JsonObject {
  return plainStory(snapshot.story.fields, (kind) => (snapshot.entries[kind] ?? []).map(({ fields }) => fields), []);
}

function plainStory(
  story: StoryValues,
  fieldsOf: (kind: string) => readonly Fields[],
  unsorted: readonly string[],
): JsonObject {
  const known = new Map(
    sectionList.flatMap(({ kind, storyJson }) => (storyJson === undefined ? [] : [[storyJson.key, kind]])),
  );
  const keys = [...new Set<string>([...listKeys, ...known.keys()])];
  const texts = fieldsOf(unsortedKind).map(({ text }) => (typeof text === 'string' ? text : ''));
  return {
    ...plainHead(story),
    ...Object.fromEntries(keys.map((key) => [key, itemsOf(known.get(key), fieldsOf)])),
    declaredSourceCount: countOf(story.declaredSourceCount),
    unsorted: [...unsorted, ...texts],
  };
}

/** The story's own keys, but for the two at the end. */
export function plainHead(story: StoryValues): JsonObject {
  return {
    title: story.title || null,
    kicker: story.kicker || null,
    deck: story.deck || null,
    capturedOn: story.capturedOn,
    nextEvent: nextEvent(story),
    overview: richParagraphs(story.overview).map((paragraph) => plainFromRich(paragraph).trim()),
  };
}

function nextEvent({ nextTitle, nextInDays, nextDate }: StoryValues): Json {
  if (nextTitle === '' && nextInDays === null && nextDate === null) return null;
  return { title: nextTitle || null, inDays: countOf(nextInDays), date: nextDate?.edtf ?? null };
}

/** A number as the public keys have one; any other is among the fields of a full export alone. */
export function countOf(value: number | null): number | null {
  return value !== null && Number.isInteger(value) && value >= 0 ? value : null;
}

function itemsOf(kind: string | undefined, fieldsOf: (kind: string) => readonly Fields[]): Json {
  const section = kind === undefined ? undefined : findSection(kind);
  if (section === undefined) return [];
  return fieldsOf(section.kind).map((fields) => writeItem(section, fields));
}
