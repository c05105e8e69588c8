import { addDays } from '../../story/dates/index.ts';
import { hasAtMostWords, readsAsSentence, sameLine } from '../../story/page-lines.ts';
import type { Doubt, PageLine } from '../../story/page-rule.ts';
import type { StoryValues } from '../../story/story-fields.ts';

/** What an HTML page says about its title besides its text. */
export interface TitleHints {
  /** The only first-level heading; null where there is none or several. */
  readonly heading: string | null;
  /** The window's title. */
  readonly document: string | null;
}

export interface PageHead {
  readonly story: Partial<StoryValues>;
  readonly unsorted: readonly PageLine[];
  readonly doubts: readonly Doubt[];
}

/** Reads what stands above the first heading: page chrome, the title twice, kicker, deck, next expected event. */
export function readHead(head: readonly PageLine[], capturedOn: string | null, hints?: TitleHints): PageHead {
  const lines = [...head];
  const found = findTitle(lines, hints);
  const below = found === null ? [] : lines.splice(found.at, lines.length).slice(found.length);
  const next = takeNextEvent(below, 2) ?? takeNextEvent(lines, lines.length);
  const doubts: Doubt[] = [];
  if (found === null)
    doubts.push({ line: 0, field: 'title', message: 'The page does not say its title: give it one.' });
  else if (found.length < 2) {
    const message = 'The title is a guess, from the browser’s own title or a single heading: check it.';
    doubts.push({ line: found.title.number, field: 'title', message });
  }
  const { kicker, deck, rest } = splitBelow(below);
  return {
    story: {
      ...(found === null ? {} : { title: found.title.text }),
      ...(kicker === undefined ? {} : { kicker: kicker.text }),
      ...(deck === undefined ? {} : { deck: deck.text }),
      ...(capturedOn === null ? {} : { capturedOn }),
      ...(next === null ? {} : nextEvent(next, capturedOn)),
    },
    unsorted: [...lines, ...rest].sort((a, b) => a.number - b.number),
    doubts,
  };
}

interface FoundTitle {
  readonly at: number;
  /** How many lines it takes: two where it is printed twice, none where it is only the window's title. */
  readonly length: number;
  readonly title: PageLine;
}

function findTitle(lines: readonly PageLine[], hints: TitleHints | undefined): FoundTitle | null {
  const pair = lines.findIndex((line, at) => sameLine(line, lines[at + 1]));
  const title = lines[pair + 1];
  if (pair >= 0 && title !== undefined) return { at: pair, length: 2, title };
  for (const hint of [hints?.heading, hints?.document]) {
    if (hint === undefined || hint === null) continue;
    const at = lines.findIndex((line) => line.text.length > 3 && isTitleOf(line.text, hint));
    const line = lines[at];
    if (line !== undefined) return { at, length: 1, title: line };
  }
  const only = hints?.heading ?? hints?.document ?? null;
  return only === null ? null : { at: lines.length, length: 0, title: { text: only, number: 0, afterBlank: false } };
}

/** Whether a window's title is the line, or the line with the site's name after it. */
function isTitleOf(line: string, hint: string): boolean {
  return hint === line || (hint.startsWith(line) && /^\s*[|–—·:-]\s/.test(hint.slice(line.length)));
}

/** With one line below the title, its length tells whether it is the short label or the line under both. */
function splitBelow(below: readonly PageLine[]): {
  readonly kicker: PageLine | undefined;
  readonly deck: PageLine | undefined;
  readonly rest: readonly PageLine[];
} {
  const [first, second, ...rest] = below;
  if (second !== undefined) return { kicker: first, deck: second, rest };
  const short = first !== undefined && hasAtMostWords(first.text, 5) && !readsAsSentence(first.text);
  return { kicker: short ? first : undefined, deck: short ? undefined : first, rest };
}

interface NextEvent {
  readonly days: number;
  readonly title: string;
}

/**
 * Takes `In 3 days: …` out of the lines.
 * @param plain from which line on `Today: …` and `Tomorrow: …` count too: before, it may be a kicker or a deck
 */
function takeNextEvent(lines: PageLine[], plain: number): NextEvent | null {
  for (const [at, { text }] of lines.entries()) {
    const match = /^in (\d{1,5}) days? ?: ?(.*)$/i.exec(text);
    const day = /^(today|tomorrow) ?: ?(.*)$/i.exec(at >= plain ? text : '');
    const title = match?.[2] ?? day?.[2] ?? '';
    if (title === '') continue;
    lines.splice(at, 1);
    return { days: match === null ? (day?.[1]?.toLowerCase() === 'tomorrow' ? 1 : 0) : Number(match[1]), title };
  }
  return null;
}

/** The day is known only where the day of the capture is. */
function nextEvent({ days, title }: NextEvent, capturedOn: string | null): Partial<StoryValues> {
  const nextDate = capturedOn === null ? null : { edtf: addDays(capturedOn, days) };
  return { nextTitle: title, nextInDays: days, nextDate };
}
