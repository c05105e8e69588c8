import { missing, placeOf, withWords } from './cited.ts';
import type { Cited } from './cited.ts';
import { numericEntry } from './numeric-entry.ts';
import { pageWords } from './pages.ts';
import { enclosed, join, plain } from './runs.ts';
import type { Citations } from './types.ts';

/** "[1, p. 12]", and a list in the order of first citation. */
export function numeric({ works, citations }: Cited): Citations {
  const numbers = new Map(works.map(({ id }, at) => [id, String(at + 1)]));
  return {
    citations: citations.map((cites) => {
      const words = cites.map((cite) => {
        const number = numbers.get(cite.item);
        const named = number === undefined ? missing : plain(number);
        return withWords(cite, join([named, plain(pageWords(placeOf(cite)))], ', '));
      });
      const isBare = cites.every(({ locator, prefix, suffix }) => !locator && !prefix && !suffix);
      return enclosed('[', join(words, isBare ? ', ' : '; '), ']');
    }),
    bibliography: works.map((work, at) => ({ item: work.id, label: String(at + 1), runs: numericEntry(work) })),
  };
}
