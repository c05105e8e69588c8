import { readDoubtful } from './read-doubt.ts';
import type { Doubtful } from './read-doubt.ts';
import { skip } from './read-parts.ts';
import type { Token } from './tokens.ts';
import { isAt, isAttached, numberAt } from './tokens.ts';
import type { Match } from './written.ts';

/** What readers of whole expressions need to know. */
export interface Scope {
  readonly tokens: readonly Token[];
  /** `YYYY-MM-DD`: what lacks a year is set near this day. */
  readonly today: string;
  /** Whether the text is prose rather than a date and nothing else. */
  readonly running: boolean;
}

/** A range as written; `open` where it goes on. */
export interface Range {
  readonly first: Doubtful;
  readonly second: Doubtful | 'open';
  readonly loose: boolean;
  /** Index of the first token that belongs to the date. */
  readonly start: number;
}

const connectors = ['to', 'until', 'till', 'through', 'thru'] as const;

/** "present", "the present", "now"; after "to" also "date". */
function readPresent(tokens: readonly Token[], index: number): number | null {
  const at = skip(tokens, index, 'the');
  if (isAt(tokens, at, 'present', 'now', 'today', 'ongoing')) return at + 1;
  return isAt(tokens, index, 'date') && isAt(tokens, index - 1, 'to') ? index + 1 : null;
}

/** The "22" of "2021–22" and "2021/22"; not of "2021-22", which EDTF takes for a summer. */
function readShortYear(tokens: readonly Token[], index: number, first: Doubtful): Match<Doubtful> {
  const { written } = first;
  const two = numberAt(tokens, index, 2, 2);
  const clear = tokens[index - 1]?.marked === true || isAt(tokens, index - 1, '/');
  if (written.kind !== 'year' || written.year < 1000 || written.part !== null || two === null || !clear) return null;
  if (isAttached(tokens, index + 1) && tokens[index + 1]?.kind !== 'sign') return null;
  const year = Math.floor(written.year / 100) * 100 + two;
  return { value: { ...first, written: { ...written, year }, bracketed: false }, next: index + 1 };
}

/** Doubt said once, before or behind a range with a dash, is about both ends. */
function shareDoubt(first: Doubtful, second: Doubtful): readonly [Doubtful, Doubtful] {
  const approximate = second.approximate || first.approximate;
  const uncertain = second.uncertain || first.uncertain;
  const own = (second.approximate || second.uncertain) && !second.bracketed;
  if (own) return [first, second];
  const shared = { approximate, uncertain };
  return [
    { ...first, ...shared },
    { ...second, ...shared },
  ];
}

/** "1994–2014", "23–24 January 2026", "from c. 1994 to 2014", "between 2014 and 2022", "1953–present". */
export function readRange({ tokens, running }: Scope, index: number): Match<Range> {
  const between = isAt(tokens, index, 'between');
  const spelled = between || isAt(tokens, index, 'from');
  const first = readDoubtful(tokens, spelled ? index + 1 : index, running);
  if (first === null) return null;
  const dash = !spelled && isAt(tokens, first.next, '-', '/');
  if (!dash && !isAt(tokens, first.next, ...(between ? ['and'] : connectors))) return null;

  const after = first.next + 1;
  const start = spelled ? index : first.value.start;
  const present = between ? null : readPresent(tokens, after);
  if (present !== null) return { value: { first: first.value, second: 'open', loose: false, start }, next: present };

  const second = readShortYear(tokens, after, first.value) ?? readDoubtful(tokens, after, running);
  if (second === null) return null;
  const [from, to] = spelled ? [first.value, second.value] : shareDoubt(first.value, second.value);
  return { value: { first: from, second: to, loose: between, start }, next: second.next };
}
