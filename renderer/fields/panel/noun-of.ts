import { section } from '../../../shared/story/sections.ts';
import type { AnySection, SectionKind } from '../../../shared/story/sections.ts';

/** What several entries are called where the section has the name of the list: that of the events is called "Timeline". */
const manyWords: Readonly<Record<string, string>> = {
  events: 'events',
  contexts: 'historical contexts',
  evidence: 'evidence links',
  unsorted: 'unsorted texts',
};

/** What so many entries of a kind are called in a sentence. */
export function nounOf(kind: SectionKind, count = 0): string {
  return nounIn(section(kind), count);
}

/** The same for a section that one has. */
export function nounIn({ kind, names: { one, many } }: Pick<AnySection, 'kind' | 'names'>, count: number): string {
  return count === 1 ? one.toLowerCase() : (manyWords[kind] ?? many.toLowerCase());
}
