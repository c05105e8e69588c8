import { groupBy } from './group-by.ts';
import { addDays } from '../../shared/story/dates/index.ts';
import type { EntryDraft } from '../../shared/story/entry.ts';
import type { FieldSet, Values } from '../../shared/story/fields.ts';
import type { ImportDraft } from '../../shared/story/import-draft.ts';
import type { PageEntry } from '../../shared/story/page-rule.ts';
import { findSection, sectionList } from '../../shared/story/sections.ts';
import type { AnySection } from '../../shared/story/sections.ts';
import type { StoryValues } from '../../shared/story/story-fields.ts';

/** What a person adds to a draft before accepting it. */
export interface HeadAnswers {
  readonly title: string;
  /** `YYYY-MM-DD`; null where nobody knows. */
  readonly capturedOn: string | null;
}

/** The draft with the title and the day that were asked for; the next event's date follows from the day. */
export function answered(draft: ImportDraft, { title, capturedOn }: HeadAnswers): ImportDraft {
  return { ...draft, story: { ...draft.story, title, ...capturedStory(draft.story, capturedOn) } };
}

/** What the day of capture says about a story: the day itself, and when "in 3 days" is. */
export function capturedStory(story: Partial<StoryValues>, capturedOn: string | null): Partial<StoryValues> {
  if (capturedOn === null) return {};
  const { nextInDays } = story;
  if (nextInDays === undefined || nextInDays === null) return { capturedOn };
  return { capturedOn, nextDate: { edtf: addDays(capturedOn, nextInDays) } };
}

/** All values of an entry that is not stored yet: what is not given is empty. */
export function completeFields(section: AnySection, fields: EntryDraft['fields']): Values<FieldSet> {
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(section.fields)) values[name] = fields[name] ?? field.empty;
  return values;
}

/** What an entry of a draft is called, and a few words more. */
export function namesOf(draft: EntryDraft): { readonly title: string; readonly detail: string } {
  const section = findSection(draft.kind);
  if (section === undefined) return { title: draft.kind, detail: '' };
  const values = completeFields(section, draft.fields);
  const title = section.title(values);
  const details = Object.entries(section.fields)
    .filter(([, field]) => field.type === 'line' || field.type === 'date' || field.type === 'prose')
    .map(([name, field]) => field.plain(values[name]).trim())
    .filter((words) => words !== '' && !title.includes(words));
  return { title, detail: details.join(' · ') };
}

/** One section of a draft: its entries in page order. */
export interface DraftSection {
  readonly section: AnySection;
  readonly entries: readonly PageEntry[];
}

/** The sections of a draft in the order of the page; those without entries are left out. */
export function sectionsOf(draft: ImportDraft): readonly DraftSection[] {
  const byKind = groupBy(draft.entries, (entry) => entry.draft.kind);
  return sectionList.flatMap((section) => {
    const entries = byKind.get(section.kind) ?? [];
    return entries.length === 0 ? [] : [{ section, entries }];
  });
}
