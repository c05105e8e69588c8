import { section } from '../../../shared/story/sections.ts';
import type { SectionKind } from '../../../shared/story/sections.ts';

/** What the entries of a kind are called in a sentence: the section of the events is called "Timeline". */
export function nounOf(kind: SectionKind, count = 0): string {
  const { one, many } = section(kind).names;
  if (count === 1) return one.toLowerCase();
  return kind === 'events' ? 'events' : many.toLowerCase();
}
