import { hasAtMostWords, readsAsCategory, readsAsSentence, splitNumbered } from '../../page-lines.ts';
import type { PageLine } from '../../page-rule.ts';

/** The lines of one event. */
export interface EventLines {
  readonly title: PageLine;
  readonly body: readonly PageLine[];
  readonly doubt?: string;
}

/** A timeline's lines, event by event. */
export interface SplitEvents {
  readonly events: readonly EventLines[];
  readonly unsorted: readonly PageLine[];
  /** Whether category and text share a line. */
  readonly glued: boolean;
}

interface Start {
  /** Index of the line the event begins with. */
  readonly at: number;
  /** Its title; null where it is the next line. */
  readonly title: PageLine | null;
  readonly doubt?: string;
}

/** Finds the events: by their numbers, by their bullets, or, where both were lost, by the shape of the lines. */
export function splitEvents(lines: readonly PageLine[], known: ReadonlySet<string>): SplitEvents {
  const numbered = numberedStarts(lines);
  const bullets = bulletStarts(lines);
  // A page has one or the other; a stray dash or a sentence that begins with a number must not take over.
  if (numbered.length > 0 && numbered.length >= bullets.length) return cut(lines, numbered, false);
  if (bullets.length > 0) return cut(lines, bullets, !standApart(lines, bullets, known));
  return splitUnmarked(lines, known);
}

/** Numbers that count up or down by one; another number only where an event can have ended. */
function numberedStarts(lines: readonly PageLine[]): readonly Start[] {
  const starts: Start[] = [];
  let previous: { number: number; at: number } | null = null;
  lines.forEach((line, at) => {
    const split = splitNumbered(line.text);
    if (split === null) return;
    const inOrder: boolean = previous === null || Math.abs(split.number - previous.number) === 1;
    const canStart: boolean = previous === null || at - previous.at > 1 || split.rest !== '';
    const plausible = inOrder || (split.number < 1000 && !readsAsSentence(split.rest) && followsBody(previous, at));
    if (!canStart || !plausible || (split.rest === '' && lines[at + 1] === undefined)) return;
    const title = split.rest === '' ? null : { ...line, text: split.rest };
    const doubt = inOrder ? {} : { doubt: `The numbering jumps here to ${String(split.number)}.` };
    starts.push({ at, title, ...doubt });
    previous = { number: split.number, at };
  });
  return starts;
}

function followsBody(previous: { readonly at: number } | null, at: number): boolean {
  return previous !== null && at - previous.at > 2;
}

function bulletStarts(lines: readonly PageLine[]): readonly Start[] {
  const bare: Start[] = [];
  const inline: Start[] = [];
  lines.forEach((line, at) => {
    const match = /^[-–—•*·‣◦](?:\s+(\S.*))?$/.exec(line.text);
    if (match === null) return;
    if (match[1] === undefined) bare.push({ at, title: null });
    else inline.push({ at, title: { ...line, text: match[1] } });
  });
  return bare.length > 0 ? bare : inline;
}

function cut(lines: readonly PageLine[], starts: readonly Start[], glued: boolean): SplitEvents {
  const events = starts.flatMap(({ at, title, doubt }, index): EventLines[] => {
    const body = lines.slice(at + 1, starts[index + 1]?.at);
    const named = title ?? body[0];
    // A marker with nothing behind it holds no words.
    if (named === undefined) return [];
    return [{ title: named, body: title === null ? body.slice(1) : body, ...(doubt === undefined ? {} : { doubt }) }];
  });
  return { events, unsorted: lines.slice(0, starts[0]?.at), glued };
}

/** Whether events behind bullets have their category on a line of its own. */
function standApart(lines: readonly PageLine[], starts: readonly Start[], known: ReadonlySet<string>): boolean {
  const { events } = cut(lines, starts, false);
  const apart = events.filter(
    ({ body }) =>
      body.length > 1 && body[0] !== undefined && (known.has(body[0].text) || readsAsCategory(body[0].text)),
  );
  return apart.length * 2 > events.length;
}

/** Without any mark: title, category, text by threes, or title and glued line by twos. */
function splitUnmarked(lines: readonly PageLine[], known: ReadonlySet<string>): SplitEvents {
  for (const size of [3, 2]) {
    const starts = lines.filter((_, at) => at % size === 0);
    const fits = lines.length > 0 && lines.length % size === 0 && starts.every(({ text }) => hasAtMostWords(text, 20));
    const shaped = lines.every((line, at) => {
      if (size === 3) return at % 3 !== 1 || known.has(line.text) || readsAsCategory(line.text);
      return at % 2 !== 1 || /\p{Ll}["“]?\p{Lu}/u.test(line.text.slice(0, 60));
    });
    if (!fits || !shaped) continue;
    const doubt = 'The timeline has no numbers or bullets: check where this event begins.';
    const events = starts.map((title, index) => ({
      title,
      body: lines.slice(index * size + 1, (index + 1) * size),
      doubt,
    }));
    return { events, unsorted: [], glued: size === 2 };
  }
  return { events: [], unsorted: lines, glued: false };
}
