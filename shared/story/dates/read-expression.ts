import { parseEdtf } from './edtf.ts';
import type { Meaning } from './meaning.ts';
import { beyondMeaning, listMeaning, meaningOf, openMeaning, rangeMeaning } from './meaning.ts';
import { readDoubtful } from './read-doubt.ts';
import type { Doubtful } from './read-doubt.ts';
import { readRange } from './read-range.ts';
import type { Scope } from './read-range.ts';
import { isAt } from './tokens.ts';
import type { Match } from './written.ts';

/** An expression read, with what a search in running text weighs. */
export interface Expression extends Meaning {
  /** Index of the first token that belongs to the date. */
  readonly start: number;
  /** A bare year, month or season with nothing that makes it a date for certain. */
  readonly weak: boolean;
  readonly introduced: boolean;
}

interface Opening {
  readonly words: readonly string[];
  readonly side: 'since' | 'until';
  /** The words say more than EDTF's open end: "before 2014" excludes 2014. */
  readonly loose: boolean;
}

const opening = (side: 'since' | 'until', loose: boolean, phrase: string): Opening => ({
  words: phrase.split(' '),
  side,
  loose,
});
const openings: readonly Opening[] = [
  opening('since', false, 'since'),
  opening('since', false, 'from'),
  ...['after', 'starting', 'beginning', 'as of'].map((phrase) => opening('since', true, phrase)),
  ...['until', 'till', 'up to'].map((phrase) => opening('until', false, phrase)),
  ...['before', 'by', 'prior to', 'no later than'].map((phrase) => opening('until', true, phrase)),
];

const maxListed = 12;

function done(meaning: Meaning | null, next: number, start: number, first?: Doubtful): Match<Expression> {
  if (meaning === null || parseEdtf(meaning.edtf) === null) return null;
  const weak = first !== undefined && isWeak(first);
  return { value: { ...meaning, start, weak, introduced: first?.introduced ?? false }, next };
}

function isWeak({ written, approximate }: Doubtful): boolean {
  if (!('part' in written) || written.part !== null || approximate) return false;
  return written.kind === 'year' || ('year' in written && written.year === null);
}

/** "since 2022", "until 2014", "before January". */
function readOpening(scope: Scope, index: number): Match<Expression> {
  const { tokens, today, running } = scope;
  const found = openings.find(({ words }) => words.every((word, offset) => isAt(tokens, index + offset, word)));
  const point = found && readDoubtful(tokens, index + found.words.length, running);
  if (!found || !point) return null;
  const { side } = found;
  const lost = isAt(tokens, point.next, ',') && isAt(tokens, point.next + 2, 'unknown');
  const halfKnown = lost && isAt(tokens, point.next + 1, side === 'since' ? 'end' : 'start');
  const onwards = side === 'since' && isAt(tokens, point.next, 'onwards', 'onward', 'on');
  const meaning = openMeaning(point.value, side, halfKnown ? '' : '..', today);
  const next = halfKnown ? point.next + 3 : onwards ? point.next + 1 : point.next;
  return done(meaning && { ...meaning, loose: meaning.loose || found.loose }, next, index);
}

/** "2028 or 2030", "one of 1994, 1996 or 1998", "3 and 5 January 2026", "2014 or later". */
function readList(scope: Scope, index: number): Match<Expression> {
  const { tokens, running } = scope;
  const named = isAt(tokens, index, 'one') && isAt(tokens, index + 1, 'of');
  const members: Doubtful[] = [];
  let next = named ? index + 2 : index;
  while (members.length < maxListed) {
    const member = readDoubtful(tokens, next, running);
    if (member === null) return null;
    members.push(member.value);
    // In prose a comma or an "and" more often goes on with the sentence.
    if (isAt(tokens, member.next, 'or') || (!running && isAt(tokens, member.next, 'and')))
      return closeList(scope, members, member.next, named ? index : null);
    if (running || !isAt(tokens, member.next, ',')) return null;
    next = member.next + 1;
  }
  return null;
}

/** The rest of a list from its "and" or "or" on. */
function closeList(
  { tokens, today, running }: Scope,
  members: readonly Doubtful[],
  conjunction: number,
  namedAt: number | null,
): Match<Expression> {
  const [first] = members;
  if (first === undefined) return null;
  const start = namedAt ?? first.start;
  const all = isAt(tokens, conjunction, 'and');
  const next = conjunction + 1;
  const side = isAt(tokens, next, 'later') ? 'later' : isAt(tokens, next, 'earlier') ? 'earlier' : null;
  if (side !== null && members.length === 1)
    return done(beyondMeaning(first, side, all, today), next + 1, start, first);
  const last = readDoubtful(tokens, next, running);
  return last && done(listMeaning([...members, last.value], all, today), last.next, start, first);
}

function readRangeExpression(scope: Scope, index: number): Match<Expression> {
  const range = readRange(scope, index);
  if (range === null) return null;
  const { first, second, loose, start } = range.value;
  const meaning =
    second === 'open' ? openMeaning(first, 'since', '..', scope.today) : rangeMeaning(first, second, scope.today);
  const named = second !== 'open' && isWeak(second) && second.written.kind !== 'year' ? first : undefined;
  return done(meaning && { ...meaning, loose: meaning.loose || loose }, range.next, start, named);
}

function readPoint({ tokens, today, running }: Scope, index: number): Match<Expression> {
  const point = readDoubtful(tokens, index, running);
  return point && done(meaningOf(point.value, today), point.next, point.value.start, point.value);
}

/** Reads the longest date expression that starts at a token. Looks ahead a bounded number of tokens only. */
export function readExpression(scope: Scope, index: number): Match<Expression> {
  return (
    readRangeExpression(scope, index) ?? readOpening(scope, index) ?? readList(scope, index) ?? readPoint(scope, index)
  );
}
