import type { Entry, EntryDraft } from '../../story/entry.ts';
import type { ImportDraft } from '../../story/import-draft.ts';
import { normalised } from '../../story/section.ts';
import type { StoryReader } from '../../story/reading/reader.ts';
import { sectionKinds, sectionList } from '../../story/sections.ts';
import type { AnySection } from '../../story/sections.ts';
import { draftsByKind } from '../draft-changes.ts';
import { unsortedKind } from '../story-json/format.ts';
import { snapshotOf } from '../story-json/snapshot.ts';
import { completeValues, sameValue } from '../story-json/values.ts';
import { matchEntries } from './match.ts';
import { placeNew } from './placement.ts';
import { storyParts } from './story-parts.ts';
import type { CurrentStory, FieldDifference, NewPlace, UpdateItem, UpdatePlan } from './types.ts';

/** A notebook's present state, with its trash. */
export function currentStory(reader: StoryReader): CurrentStory {
  const trash = Object.fromEntries(sectionKinds.map((kind) => [kind, reader.deleted(kind)]));
  return { ...snapshotOf(reader), trash };
}

/** Compares a page with a notebook: what is new, what changed, what is the same, what is not on the page. */
export function planUpdate(current: CurrentStory, draft: ImportDraft): UpdatePlan {
  const drafts = draftsByKind(draft);
  const lines = new Map(draft.entries.map((entry) => [entry.draft, entry.line]));
  const texts = textsOf(current);
  const items: UpdateItem[] = [];
  const places: NewPlace[] = [];
  for (const section of sectionList) {
    const own = drafts.get(section.kind);
    if (own === undefined) continue;
    const entries = current.entries[section.kind] ?? [];
    const found = planSection(section, own, entries, current.trash[section.kind] ?? []).map((item) =>
      section.kind === unsortedKind ? sameIfKnown(item, texts) : item,
    );
    for (const item of found) items.push({ ...item, line: item.draft === null ? 0 : (lines.get(item.draft) ?? 0) });
    const page = found.filter(({ status }) => status !== 'gone');
    places.push(...placeNew(section.kind, page, entries));
  }
  return {
    items,
    story: storyParts(current.story.fields, draft.story),
    places,
    capturedOn: draft.story.capturedOn ?? null,
    ...(draft.texts === undefined ? {} : { texts: draft.texts }),
    ...(draft.named === undefined ? {} : { named: draft.named }),
    ...(draft.extra === undefined ? {} : { extra: draft.extra }),
  };
}

/** Text no section took is nothing new where it stands in the notebook already, as a description say. */
function sameIfKnown(item: UpdateItem, texts: ReadonlySet<string>): UpdateItem {
  const text = item.draft?.fields['text'];
  if (item.status !== 'new' || typeof text !== 'string' || !texts.has(normalised(text))) return item;
  return { ...item, status: 'same', similarTo: null, choice: 'skip' };
}

/** All texts of a notebook's entries, normalised. */
function textsOf(current: CurrentStory): ReadonlySet<string> {
  const texts = new Set<string>();
  for (const section of sectionList) {
    for (const entry of current.entries[section.kind] ?? []) {
      for (const [name, field] of Object.entries(section.fields)) {
        if (field.type === 'prose') texts.add(normalised(field.plain(entry.fields[name])));
      }
    }
  }
  texts.delete('');
  return texts;
}

function planSection(
  section: AnySection,
  drafts: readonly EntryDraft[],
  entries: readonly Entry[],
  trash: readonly Entry[],
): readonly UpdateItem[] {
  const matches = matchEntries(section, drafts, entries);
  const unmatched = drafts.filter((_, at) => matches.of[at] === undefined);
  const thrown = matchEntries(section, unmatched, trash).of;
  const inTrash = new Set(unmatched.filter((_, at) => thrown[at] !== undefined));
  const items = drafts.map((draft, at): UpdateItem => {
    const key = `${section.kind}:${String(at)}`;
    const entry = matches.of[at];
    const base = { key, kind: section.kind, draft, line: 0, title: titleOf(section, draft.fields) };
    if (entry === undefined) return newItem(section, base, matches.maybe[at], inTrash.has(draft));
    const differences = differencesOf(section, entry, draft);
    const same = differences.length === 0;
    return {
      ...base,
      status: same ? 'same' : 'changed',
      existingId: entry.id,
      differences,
      similarTo: null,
      inTrash: false,
      choice: same ? 'skip' : 'take',
    };
  });
  const matched = new Set(matches.of.map((entry) => entry?.id));
  const gone = entries.filter(({ id }) => !matched.has(id)).map((entry) => goneItem(section, entry));
  return [...items, ...gone];
}

type ItemBase = Pick<UpdateItem, 'key' | 'kind' | 'draft' | 'line' | 'title'>;

/** New, unless it may be about something known or was thrown away: then a person has to say so. */
function newItem(section: AnySection, base: ItemBase, maybe: Entry | undefined, inTrash: boolean): UpdateItem {
  const similarTo =
    maybe === undefined || base.draft === null
      ? null
      : {
          id: maybe.id,
          title: titleOf(section, maybe.fields),
          differences: differencesOf(section, maybe, base.draft),
        };
  const choice = similarTo === null && !inTrash ? 'take' : 'skip';
  return { ...base, status: 'new', existingId: null, differences: [], similarTo, inTrash, choice };
}

function goneItem(section: AnySection, entry: Entry): UpdateItem {
  return {
    key: `${section.kind}:${entry.id}`,
    kind: section.kind,
    title: titleOf(section, entry.fields),
    status: 'gone',
    draft: null,
    line: 0,
    existingId: entry.id,
    differences: [],
    similarTo: null,
    inTrash: false,
    choice: 'skip',
  };
}

/** The fields the page speaks of and says otherwise. What the page leaves out is no statement. */
function differencesOf(section: AnySection, entry: Entry, draft: EntryDraft): readonly FieldDifference[] {
  return Object.entries(section.fields).flatMap(([name, field]): readonly FieldDifference[] => {
    const after = draft.fields[name];
    const before = entry.fields[name];
    if (after === undefined || sameValue(after, field.empty) || sameValue(after, before)) return [];
    return [{ field: name, label: field.label, before: field.plain(before), after: field.plain(after) }];
  });
}

function titleOf(section: AnySection, fields: EntryDraft['fields']): string {
  return section.title(completeValues(section.fields, fields));
}
