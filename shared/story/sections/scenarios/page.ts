import { afterLabel, hasAtMostWords, pageEntry, proseOf, readsAsSentence, splitNumbered } from '../../page-lines.ts';
import type { Doubt, PageEntry, PageLine, PageParse, PageRule } from '../../page-rule.ts';

/** Scenarios stand as number, title, `Discussed by: …`, text with a trigger; or without the number. */
export const scenariosPage: PageRule = {
  headings: ['scenarios', 'possible scenarios', 'what could happen next'],
  parse: ({ lines }): PageParse => {
    const starts = findStarts(lines);
    const entries = starts.flatMap(({ at, title, doubt }, index): PageEntry[] => {
      const rest = lines.slice(at + 1, starts[index + 1]?.at);
      const named = title ?? rest[0];
      return named === undefined ? [] : [scenario(named, title === null ? rest.slice(1) : rest, doubt)];
    });
    return { entries, unsorted: lines.slice(0, starts[0]?.at) };
  },
};

interface Start {
  readonly at: number;
  /** Null where the title is the next line. */
  readonly title: PageLine | null;
  readonly doubt?: string;
}

const apart = 'No “Discussed by” stands here: check that a new scenario begins with this line.';

/** A number that counts on, the line above a `Discussed by:`, or a title after a trigger. */
function findStarts(lines: readonly PageLine[]): readonly Start[] {
  const starts: Start[] = [];
  let number = 0;
  let discussed = false;
  let triggered = false;
  const start = (one: Start): void => {
    starts.push(one);
    discussed = false;
    triggered = false;
  };
  lines.forEach((line, at) => {
    const numbered = numberOf(line);
    const current = starts.at(-1);
    const own = current === undefined ? -1 : current.at + (current.title === null ? 1 : 0);
    if (
      numbered !== null &&
      at > own &&
      lines[at + 1] !== undefined &&
      follows(numbered.number, number, lines[at + 2])
    ) {
      number = numbered.number;
      start({ at, title: numbered.rest === '' ? null : { ...line, text: numbered.rest } });
    } else if (discussedBy(line) !== null) {
      const above = lines[at - 1];
      if ((discussed || triggered || current === undefined) && above !== undefined && at - 1 > own)
        start({ at: at - 1, title: above });
      discussed = true;
    } else if ((triggered || current === undefined) && number === 0 && standsAsTitle(line, lines[at + 1])) {
      // Without numbers, only a title can follow a trigger; the one above a `Discussed by:` needs no doubt.
      start({ at, title: line, doubt: apart });
    } else if (at > own && triggerAt(line.text) >= 0) triggered = true;
  });
  return starts;
}

function scenario(title: PageLine, body: readonly PageLine[], doubt: string | undefined): PageEntry {
  const rest = [...body];
  const at = rest.findIndex((line) => discussedBy(line) !== null);
  const taken = at < 0 ? [] : rest.splice(at, 1);
  let by = taken[0] === undefined ? '' : (discussedBy(taken[0]) ?? '');
  // The label can stand on a line of its own.
  if (taken.length > 0 && by === '') by = rest.splice(at, 1)[0]?.text ?? '';
  const prose = proseOf(rest);
  const cut = triggerAt(prose);
  const text = cut < 0 ? prose : prose.slice(0, cut).trim();
  const trigger = cut < 0 ? '' : prose.slice(prose.indexOf(':', cut) + 1).trim();
  const doubts: Doubt[] = doubt === undefined ? [] : [{ line: title.number, field: 'title', message: doubt }];
  return pageEntry('scenarios', title, { title: title.text, discussedBy: by, text, trigger }, doubts);
}

/** Where the last `Key trigger:` begins; -1 where there is none. */
function triggerAt(text: string): number {
  let last = -1;
  for (const match of text.matchAll(/\bkey trigger ?:/gi)) last = match.index;
  return last;
}

/** Whether a number counts on; after a gap the label below must confirm it. */
function follows(number: number, last: number, below: PageLine | undefined): boolean {
  return number === last + 1 || (number > last && below !== undefined && discussedBy(below) !== null);
}

function numberOf(line: PageLine): { readonly number: number; readonly rest: string } | null {
  return /^\d{1,3}$/.test(line.text) ? { number: Number(line.text), rest: '' } : splitNumbered(line.text);
}

function discussedBy({ text }: PageLine): string | null {
  return afterLabel(text, 'discussed by');
}

function standsAsTitle({ text }: PageLine, next: PageLine | undefined): boolean {
  if (next === undefined || discussedBy(next) !== null || !readsAsSentence(next.text)) return false;
  return hasAtMostWords(text, 16) && !readsAsSentence(text);
}
