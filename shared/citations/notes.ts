import { plainFromRich } from '../story/rich-text.ts';
import type { RichText } from '../story/rich-text.ts';
import { listEntry } from './chicago/list-entry.ts';
import { fullNote, shortNote } from './chicago/note.ts';
import { placeOf, withWords } from './cited.ts';
import type { Cited } from './cited.ts';
import { noDate, yearWords } from './dates.ts';
import { ended, join, plain } from './runs.ts';
import { inOrder } from './sort.ts';
import { capital } from './tidy.ts';
import type { Citations } from './types.ts';
import type { Work } from './work.ts';

/** Full notes at first, short ones from then on, and a list by author and title (CMOS 17, chapter 14). */
export function notes({ works, citations, locale }: Cited): Citations {
  const byId = new Map(works.map((work) => [work.id, work]));
  const short = shortNotes(works);
  const seen = new Set<string>();
  return {
    citations: citations.map((cites) => {
      const words = cites.map((given, at) => {
        const cite =
          at === 0 && given.prefix !== undefined ? { ...given, prefix: capital(given.prefix.trim()) } : given;
        const work = byId.get(cite.item);
        const locator = placeOf(cite);
        const isLater = seen.has(cite.item);
        seen.add(cite.item);
        if (work === undefined) return withWords(cite, plain('Source missing'));
        return withWords(cite, isLater ? short(work, locator) : fullNote(work, locator));
      });
      return ended(join(words, '; '));
    }),
    bibliography: inOrder(works, locale, false).map((work) => ({
      item: work.id,
      label: '',
      runs: listEntry(work, null),
    })),
  };
}

/** Short notes that tell these works apart: by a short title, else by the whole one, else by the year as well. */
function shortNotes(works: readonly Work[]): (work: Work, locator: string) => RichText {
  const brief = (work: Work, locator: string) => shortNote(work, work.shortTitle, '', locator);
  const titled = (work: Work, locator: string) => shortNote(work, work.title, '', locator);
  const isAlone = (form: typeof brief): ((work: Work) => boolean) => {
    const counts = new Map<string, number>();
    for (const work of works) {
      const words = plainFromRich(form(work, ''));
      counts.set(words, (counts.get(words) ?? 0) + 1);
    }
    return (work) => counts.get(plainFromRich(form(work, ''))) === 1;
  };
  const [isBriefEnough, isTitleEnough] = [isAlone(brief), isAlone(titled)];
  return (work, locator) => {
    if (isBriefEnough(work)) return brief(work, locator);
    if (isTitleEnough(work)) return titled(work, locator);
    return shortNote(work, work.title, yearWords(work.published) || noDate, locator);
  };
}
