import { readBareDay, readDay } from './read-days.ts';
import { readPeriod } from './read-periods.ts';
import { skip } from './read-parts.ts';
import type { Token } from './tokens.ts';
import { isAt, isAttached } from './tokens.ts';
import type { Match, Written } from './written.ts';

/** A point as written, with what the words around it say of its certainty. */
export interface Doubtful {
  readonly written: Written;
  readonly approximate: boolean;
  readonly uncertain: boolean;
  /** The doubt is said in brackets behind, so that after a range it is about both ends. */
  readonly bracketed: boolean;
  /** A word like "probably" says more than EDTF's question mark. */
  readonly loose: boolean;
  /** "in", "on" or the like stands before it, and where the point itself starts. */
  readonly introduced: boolean;
  readonly start: number;
}

const introductions = ['in', 'on', 'during', 'sometime', 'the'] as const;
const approximations = ['c', 'ca', 'circa', 'about', 'around', 'approximately', 'approx', 'roughly', '~'] as const;
const uncertainties = ['possibly', 'probably', 'perhaps', 'maybe', 'likely', 'presumably'] as const;
/** More words than this before a date are prose. */
const maxLead = 5;

/**
 * Reads a point with its doubt: "c. 1994", "probably in March 2021", "2021?".
 * @param running whether the text is prose, in which a question mark ends a question and says nothing of the date
 */
export function readDoubtful(tokens: readonly Token[], index: number, running: boolean): Match<Doubtful> {
  let at = index;
  let start: number | null = null;
  let approximate = false;
  let uncertain = false;
  let loose = false;
  for (let count = 0; count < maxLead; count++) {
    const introduction = isAt(tokens, at, ...introductions) || startsSomeTime(tokens, at);
    if (!introduction && !isAt(tokens, at, ...approximations, ...uncertainties)) break;
    if (isAt(tokens, at, ...approximations)) approximate = true;
    if (isAt(tokens, at, ...uncertainties)) {
      uncertain = true;
      loose ||= !isAt(tokens, at, 'possibly');
    }
    if (!introduction) start ??= at;
    at = startsSomeTime(tokens, at) ? at + 2 : skipStop(tokens, at + 1);
  }
  const introduced = at > index && start !== index;
  const point = readDay(tokens, at) ?? readPeriod(tokens, at) ?? readBareDay(tokens, at);
  if (point === null) return null;
  const behind = readBehind(tokens, point.next, running);
  return {
    value: {
      written: point.value,
      approximate: approximate || behind.approximate,
      uncertain: uncertain || behind.uncertain,
      bracketed: behind.bracketed,
      loose,
      introduced,
      start: start ?? at,
    },
    next: behind.next,
  };
}

function startsSomeTime(tokens: readonly Token[], index: number): boolean {
  return isAt(tokens, index, 'some') && isAt(tokens, index + 1, 'time');
}

/** The full stop of "c." and "approx.". */
function skipStop(tokens: readonly Token[], index: number): number {
  return isAttached(tokens, index) && isAt(tokens, index - 1, 'c', 'ca', 'approx') ? skip(tokens, index, '.') : index;
}

function readBehind(tokens: readonly Token[], index: number, running: boolean) {
  const nothing = { approximate: false, uncertain: false, bracketed: false, next: index };
  if (isAt(tokens, index, '(') && isAt(tokens, index + 2, ')')) {
    const next = index + 3;
    if (isAt(tokens, index + 1, 'uncertain')) return { approximate: false, uncertain: true, bracketed: true, next };
    if (isAt(tokens, index + 1, '?')) return { approximate: false, uncertain: true, bracketed: false, next };
    if (isAt(tokens, index + 1, 'approximate')) return { approximate: true, uncertain: false, bracketed: true, next };
  }
  if (running || !isAttached(tokens, index) || !isAt(tokens, index, '?', '~', '%')) return nothing;
  return {
    approximate: !isAt(tokens, index, '?'),
    uncertain: !isAt(tokens, index, '~'),
    bracketed: false,
    next: index + 1,
  };
}
