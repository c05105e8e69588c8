import { DAY_MS } from './calendar.ts';
import { parseEdtf } from './edtf.ts';
import { isYearless, pointDays, pointPrecision } from './point-days.ts';
import { remembering } from './remember.ts';
import type { DateBounds, EdtfEnd, EdtfMember, EdtfPoint, EdtfValue, StoryDate } from './types.ts';

interface Span {
  readonly first: number | null;
  readonly last: number | null;
}

function spanOf(point: EdtfPoint): Span {
  return isYearless(point) ? { first: null, last: null } : pointDays(point);
}

function endSpan(end: EdtfEnd): Span {
  return typeof end === 'string' ? { first: null, last: null } : spanOf(end);
}

function memberSpan(member: EdtfMember): Span {
  return member.kind === 'run' ? { first: spanOf(member.from).first, last: spanOf(member.to).last } : spanOf(member);
}

const pointsOf = (member: EdtfMember): readonly EdtfPoint[] =>
  member.kind === 'run' ? [member.from, member.to] : [member];

/** The least (sign 1) or greatest (sign -1) of some days; null as soon as one is unbounded. */
function extreme(days: readonly (number | null)[], sign: 1 | -1): number | null {
  return days.reduce((best, day) => (best === null || day === null ? null : sign * day < sign * best ? day : best));
}

function bounds(span: Span, precision: DateBounds['precision'], doubted: readonly EdtfPoint[]): DateBounds {
  return {
    start: span.first === null ? null : span.first * DAY_MS,
    end: span.last === null ? null : (span.last + 1) * DAY_MS,
    precision,
    approximate: doubted.some((point) => point.approximate),
    uncertain: doubted.some((point) => point.uncertain),
    openStart: span.first === null,
    openEnd: span.last === null,
  };
}

function setSpan({ earlier, later, members }: Extract<EdtfValue, { kind: 'set' }>): Span {
  const spans = members.map(memberSpan);
  const firsts = spans.map(({ first }) => first);
  const lasts = spans.map(({ last }) => last);
  return { first: earlier ? null : extreme(firsts, 1), last: later ? null : extreme(lasts, -1) };
}

function boundsOf(value: EdtfValue): DateBounds {
  if (value.kind === 'interval') {
    const points = [value.from, value.to].filter((end) => typeof end === 'object');
    return bounds({ first: endSpan(value.from).first, last: endSpan(value.to).last }, 'interval', points);
  }
  if (value.kind === 'set') {
    const whole = bounds(setSpan(value), 'interval', value.members.flatMap(pointsOf));
    return { ...whole, uncertain: whole.uncertain || !value.all };
  }
  const point = bounds(spanOf(value), pointPrecision(value), [value]);
  return value.kind === 'year' && value.significant !== null ? { ...point, approximate: true } : point;
}

const knownBounds = remembering((edtf) => {
  const value = parseEdtf(edtf);
  return value && boundsOf(value);
});

/**
 * The stretch of UTC days an EDTF text covers; null if the text is not EDTF (see `parseEdtf`).
 * "One of" sets are uncertain, and years known to some digits approximate, by nature.
 */
export function dateBounds(edtf: string): DateBounds | null {
  // Only EDTF is remembered, so that no long text ever is.
  return parseEdtf(edtf) === null ? null : knownBounds(edtf);
}

/** Where a date stands among others: its first millisecond and its last. Unreadable ones come after all others. */
export interface DatePlace {
  readonly first: number;
  readonly last: number;
}

/** The place of a date, to be asked once where many dates are sorted. */
export function datePlace({ edtf }: StoryDate): DatePlace {
  const bounds = dateBounds(edtf);
  // Only a newer version can have written a date that cannot be read here.
  if (bounds === null) return { first: Infinity, last: Infinity };
  return { first: bounds.start ?? -Infinity, last: bounds.end ?? Infinity };
}

/** Orders dates by their earliest day, then by their last; what has no beginning is first, what has no end is last. */
export function compareDates(a: StoryDate, b: StoryDate): number {
  return comparePlaces(datePlace(a), datePlace(b));
}

/** Orders places as `compareDates` orders their dates. */
export function comparePlaces(a: DatePlace, b: DatePlace): number {
  return order(a.first, b.first) || order(a.last, b.last);
}

function order(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
