import { listEntry } from './chicago/list-entry.ts';
import { missing, placeOf, withWords } from './cited.ts';
import type { Cited } from './cited.ts';
import { labelsOf } from './labels.ts';
import { pageRanges } from './pages.ts';
import { enclosed, glue, join, plain } from './runs.ts';
import { inOrder } from './sort.ts';
import type { Citations } from './types.ts';

/** "(Grazer and Fishman 2015, 12)", and a list by author and year (CMOS 17, chapter 15). */
export function authorDate({ works, citations, locale }: Cited): Citations {
  const ordered = inOrder(works, locale, true);
  const labels = labelsOf(ordered);
  return {
    citations: citations.map((cites) => {
      const words = cites.map((cite) => {
        const label = labels.get(cite.item);
        const named = label === undefined ? missing : glue(label.head, ' ', plain(label.year));
        const place = pageRanges(placeOf(cite), 'chicago');
        return withWords(cite, join([named, plain(place)], ', '));
      });
      return enclosed('(', join(words, '; '), ')');
    }),
    bibliography: ordered.map((work) => ({
      item: work.id,
      label: '',
      runs: listEntry(work, labels.get(work.id)?.year ?? ''),
    })),
  };
}
