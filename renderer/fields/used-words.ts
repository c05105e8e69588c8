import type { StoryReader } from '../../shared/story/reading/reader.ts';
import type { SectionKind } from '../../shared/story/sections.ts';

/** Lines that are an open list of the story's own words: what was used once is offered again, and anything may be added. */
const openLists: Partial<Record<SectionKind, readonly string[]>> = {
  events: ['category', 'zone'],
  organizations: ['kind'],
  sources: ['publisher', 'language'],
};

export function isOpenList(kind: SectionKind, field: string): boolean {
  return openLists[kind]?.includes(field) ?? false;
}

/** The words used in a field of all entries of a kind, the most used first. */
export function usedWords(reader: StoryReader, kind: SectionKind, field: string): readonly string[] {
  const counts = new Map<string, number>();
  for (const id of reader.ids(kind)) {
    const fields: Readonly<Record<string, unknown>> = reader.entry(kind, id)?.fields ?? {};
    const words = fields[field];
    if (typeof words === 'string' && words !== '') counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([words]) => words);
}

/** More would hide the page; typing narrows them. */
const mostOffered = 6;

/** Which of the words are worth offering for what is typed so far: those that begin with it, then those that contain it. */
export function offeredWords(words: readonly string[], typed: string): readonly string[] {
  const wanted = typed.trim().toLowerCase();
  const fitting = words.filter((one) => one.toLowerCase().includes(wanted) && one !== typed);
  const begin = fitting.filter((one) => one.toLowerCase().startsWith(wanted));
  return [...new Set([...begin, ...fitting])].slice(0, mostOffered);
}
