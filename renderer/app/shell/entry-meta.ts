import { dateInWords } from '../../../shared/story/dates/index.ts';
import type { StoryDate } from '../../../shared/story/dates/index.ts';
import type { Entry } from '../../../shared/story/entry.ts';
import { findSection } from '../../../shared/story/sections.ts';
import type { AnySection } from '../../../shared/story/sections.ts';

/** Short fields that say what an entry is, in the order they are read. Sections have the ones they have. */
const telling = ['role', 'acronym', 'kind', 'category', 'publisher', 'span', 'discussedBy'];
/** Longer than this is a text, not a label. */
const longest = 60;

/** The quiet line under an entry's title: "23 March 2021, 07:40 local · Event · Salvage". */
export function entryMeta(entry: Entry): string {
  const section = findSection(entry.kind);
  if (section === undefined) return '';
  const words = (name: string): string => section.fields[name]?.plain(entry.fields[name]).trim() ?? '';
  const clock = [words('time'), words('zone')].filter(Boolean).join(' ');
  const when = [dateOf(entry, section), clock].filter(Boolean).join(', ');
  // A nature of its own ("Statement") says more than the section's name ("Event").
  const what = words('nature') || section.names.one;
  return [when, what, ...telling.map(words)].filter((part) => part !== '' && part.length <= longest).join(' · ');
}

/** The entry's first date, in words. */
function dateOf(entry: Entry, section: AnySection): string {
  const name = Object.keys(section.fields).find((one) => section.fields[one]?.type === 'date');
  // Only date fields hold what a field of type `date` holds.
  const date = name === undefined ? null : (entry.fields[name] as StoryDate | null);
  return date === null ? '' : (date.words ?? dateInWords(date));
}
