import type { StoryReader } from '../../shared/story/reading/reader.ts';
import type { EvidenceFilter } from '../fields/index.ts';
import type { EvidenceSets } from '../session/evidence.ts';
import type { TimelineItem } from './item.ts';

/** What the timeline is narrowed to. Empty fields narrow nothing; set ones must all be met. */
export interface TimelineFilter {
  readonly categories: readonly string[];
  /** `people/…` or `organizations/…`; null for anyone. */
  readonly actor: string | null;
  readonly text: string;
  readonly state: 'all' | 'expected' | 'undated';
  /** By what the evidence for them comes to. */
  readonly evidence: EvidenceFilter;
}

/** The events that are disputed, and those that something supports. */
export type Evidenced = Pick<EvidenceSets, 'disputed' | 'supported'>;

export const noFilter: TimelineFilter = { categories: [], actor: null, text: '', state: 'all', evidence: 'all' };

export function isNarrowed(filter: TimelineFilter): boolean {
  const { categories, actor, text, state, evidence } = filter;
  return categories.length > 0 || actor !== null || text.trim() !== '' || state !== 'all' || evidence !== 'all';
}

/**
 * The items a filter lets through, in their order.
 * @param names the chosen actor's names in lower case: an event that mentions one is about the actor, whether or not
 * somebody has linked it. Imported pages link nobody.
 */
export function applyFilter(
  items: readonly TimelineItem[],
  filter: TimelineFilter,
  names: readonly string[],
  evidenced: Evidenced,
): readonly TimelineItem[] {
  if (!isNarrowed(filter)) return items;
  const words = filter.text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const mentions = names.map(wholeWords);
  return items.filter(
    (item) =>
      (filter.categories.length === 0 || filter.categories.includes(item.category)) &&
      (filter.actor === null ||
        item.actors.includes(filter.actor) ||
        mentions.some((mention) => mention.test(item.words))) &&
      passesEvidence(item.id, filter.evidence, evidenced) &&
      (filter.state === 'all' || (filter.state === 'expected' ? item.expected : item.bounds === null)) &&
      words.every((word) => item.words.includes(word)),
  );
}

function passesEvidence(id: string, filter: EvidenceFilter, { disputed, supported }: Evidenced): boolean {
  if (filter === 'all') return true;
  return filter === 'disputed' ? disputed.has(id) : !supported.has(id);
}

/** The names by which texts mention a person or organization: full name, other spellings, surname, acronym. */
export function namesOf(reader: StoryReader, actor: string | null): readonly string[] {
  if (actor === null) return [];
  const [kind = '', id = ''] = actor.split('/');
  if (kind === 'people') {
    const fields = reader.entry('people', id)?.fields;
    const surname = fields?.name.trim().split(/\s+/).at(-1) ?? '';
    return clean([fields?.name, ...(fields?.spellings ?? []), surname.length > 3 ? surname : '']);
  }
  const fields = reader.entry('organizations', id)?.fields;
  const acronym = /\(([^()]{2,12})\)\s*$/.exec(fields?.name ?? '')?.[1];
  const withoutAcronym = fields?.name.replace(/\s*\([^()]*\)\s*$/, '');
  return clean([fields?.name, withoutAcronym, fields?.acronym, acronym, ...(fields?.spellings ?? [])]);
}

/** Every category in use with its number of events, the most frequent first. */
export function categoriesOf(
  items: readonly TimelineItem[],
): readonly { readonly name: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { category } of items) if (category !== '') counts.set(category, (counts.get(category) ?? 0) + 1);
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

function clean(names: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(names.map((name) => (name ?? '').trim().toLowerCase()).filter((name) => name !== ''))];
}

function wholeWords(name: string): RegExp {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'u');
}
