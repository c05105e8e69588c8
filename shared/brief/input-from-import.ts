import type { Entry } from '../story/entry.ts';
import { storyFields } from '../story/story-fields.ts';
import type { StoryValues } from '../story/story-fields.ts';
import type { ImportDraft } from '../story/import-draft.ts';
import { refKey } from '../story/ref.ts';
import { findSection } from '../story/sections.ts';
import type { AnySection } from '../story/sections.ts';
import type { BriefInput } from './brief.ts';

/** What a brief of an imported file is made from, without a notebook: for the command line, where nothing is stored. */
export function inputFromImport(draft: ImportDraft): BriefInput {
  const lists = new Map<string, readonly Entry[]>();
  const titles = new Map<string, string>();
  for (const kind of new Set(draft.entries.map((entry) => entry.draft.kind))) {
    const section = findSection(kind);
    // Kinds that only a newer version knows are kept by the notebook and printed by nobody.
    if (section === undefined) continue;
    const entries = entriesOf(draft, section);
    lists.set(kind, section.arrangement?.arrange(entries) ?? entries);
    for (const entry of entries) titles.set(refKey(entry), section.title(entry.fields));
  }
  const fields = storyValues(draft.story);
  return {
    story: () => ({ fields, problems: [], extra: {} }),
    list: (kind) => lists.get(kind) ?? [],
    titleOf: (ref) => titles.get(refKey(ref)) ?? null,
  };
}

function entriesOf(draft: ImportDraft, section: AnySection): readonly Entry[] {
  return draft.entries
    .filter((entry) => entry.draft.kind === section.kind)
    .map(({ draft: one }, index) => ({
      kind: section.kind,
      id: one.id ?? `${index + 1}`,
      rank: '',
      createdAt: '',
      createdBy: '',
      deletedAt: null,
      deletedBy: '',
      // Complete by construction: every field is the draft's value or the field's empty one.
      fields: Object.fromEntries(
        Object.entries(section.fields).map(([name, field]) => [name, one.fields[name] ?? field.empty]),
      ),
      problems: [],
      extra: one.extra ?? {},
    }));
}

function storyValues(given: Partial<StoryValues>): StoryValues {
  const empty = Object.fromEntries(Object.entries(storyFields).map(([name, field]) => [name, field.empty]));
  // `storyFields` names every value of the story.
  return { ...(empty as unknown as StoryValues), ...given };
}
