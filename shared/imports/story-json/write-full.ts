import type { BriefDraft } from '../../story/brief-block.ts';
import type { Entry } from '../../story/entry.ts';
import type { Field } from '../../story/fields.ts';
import type { Json, JsonObject } from '../../story/section.ts';
import { sectionList } from '../../story/sections.ts';
import type { AnySection } from '../../story/sections.ts';
import { storyFields } from '../../story/story-fields.ts';
import { fullFormat } from './format.ts';
import { readHeadFields } from './read-head-fields.ts';
import type { StorySnapshot } from './snapshot.ts';
import { asJson, completeStory, completeValues, sameValue, trimmed, writeItem } from './values.ts';
import { countOf, plainHead, storyJsonFromSnapshot } from './write.ts';

/**
 * The full export of a notebook: the plain Story JSON with ids, and under `extra` every other field and the texts of its drafts.
 * Importing it restores entries, ids, all fields and the texts. The trash, the authors' names and files (captures, the drafts' pictures)
 * are not in it.
 */
export function fullStoryJson(snapshot: StorySnapshot, drafts: readonly BriefDraft[]): JsonObject {
  const plain = storyJsonFromSnapshot(snapshot);
  const lists = sectionList.flatMap((section): (readonly [string, Json])[] => {
    if (section.storyJson === undefined) return [];
    return [[section.storyJson.key, entriesOf(snapshot, section.kind).map((entry) => fullItem(section, entry))]];
  });
  const others = sectionList.flatMap((section): (readonly [string, Json])[] => {
    const entries = entriesOf(snapshot, section.kind);
    if (section.storyJson !== undefined || entries.length === 0) return [];
    return [[section.kind, entries.map((entry) => ({ id: entry.id, ...otherFields(section, entry) }))]];
  });
  return {
    format: fullFormat,
    ...plain,
    ...Object.fromEntries(lists),
    extra: {
      story: storyExtra(snapshot),
      entries: Object.fromEntries(others),
      drafts: Object.fromEntries(drafts.map(({ id, blocks }) => [id, asJson(blocks)])),
    },
  };
}

function entriesOf(snapshot: StorySnapshot, kind: string): readonly Entry[] {
  return snapshot.entries[kind] ?? [];
}

function fullItem(section: AnySection, entry: Entry): JsonObject {
  const extra = otherFields(section, entry);
  return {
    ...writeItem(section, entry.fields),
    id: entry.id,
    ...(Object.keys(extra).length === 0 ? {} : { extra }),
  };
}

/** The fields that the public keys do not bring back as they are, and what a newer version wrote. */
function otherFields(section: AnySection, entry: Entry): JsonObject {
  const item = writeItem(section, entry.fields);
  const given = Object.fromEntries(Object.entries(item ?? {}).map(([key, value]) => [key, trimmed(value)]));
  const read = item === null ? {} : (section.storyJson?.read(given) ?? {});
  const restored = completeValues(section.fields, read);
  return {
    ...differing(section.fields, restored, entry.fields),
    ...Object.fromEntries(Object.entries(entry.extra).map(([key, value]) => [key, asJson(value)])),
  };
}

function storyExtra({ story }: StorySnapshot): JsonObject {
  const head = readHeadFields({
    ...plainHead(story.fields),
    declaredSourceCount: countOf(story.fields.declaredSourceCount),
  });
  return {
    ...differing(storyFields, { ...completeStory(head) }, { ...story.fields }),
    ...Object.fromEntries(Object.entries(story.extra).map(([key, value]) => [key, asJson(value)])),
  };
}

function differing(
  fields: Readonly<Record<string, Field<unknown>>>,
  restored: Readonly<Record<string, unknown>>,
  values: Readonly<Record<string, unknown>>,
): JsonObject {
  return Object.fromEntries(
    Object.keys(fields)
      .filter((name) => !sameValue(restored[name], values[name]))
      .map((name) => [name, asJson(values[name])]),
  );
}
