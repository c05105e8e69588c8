import { DAY_MS } from './calendar.ts';
import { parseEdtf } from './edtf.ts';
import { isYearless, pointDays, pointPrecision } from './point-days.ts';
import type { DateBounds, EdtfEnd, EdtfMember, EdtfPoint, StoryDate } from './types.ts';

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

/**
 * The stretch of UTC days an EDTF text covers; null if the text is not EDTF (see `parseEdtf`).
 * "One of" sets and years known to some digits are uncertain and approximate by nature.
 */
export function dateBounds(edtf: string): DateBounds | null {
  const value = parseEdtf(edtf);
  if (value === null) return null;
  if (value.kind === 'interval') {
    const span = { first: endSpan(value.from).first, last: endSpan(value.to).last };
    return bounds(
      span,
      'interval',
      [value.from, value.to].filter((end) => typeof end === 'object'),
    );
  }
  if (value.kind === 'set') {
    const spans = value.members.map(memberSpan);
    const span = {
      first: value.earlier
        ? null
        : extreme(
            spans.map(({ first }) => first),
            1,
          ),
      last: value.later
        ? null
        : extreme(
            spans.map(({ last }) => last),
            -1,
          ),
    };
    const whole = bounds(span, 'interval', value.members.flatMap(pointsOf));
    return { ...whole, uncertain: whole.uncertain || !value.all };
  }
  const point = bounds(spanOf(value), pointPrecision(value), [value]);
  return value.kind === 'year' && value.significant !== null ? { ...point, approximate: true } : point;
}

/** Orders dates by their earliest day, then by their last; what has no beginning is first, what has no end is last. */
export function compareDates(a: StoryDate, b: StoryDate): number {
  const left = dateBounds(a.edtf);
  const right = dateBounds(b.edtf);
  // Unreadable dates, which only a newer version can have written, come after all others.
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return order(left.start ?? -Infinity, right.start ?? -Infinity) || order(left.end ?? Infinity, right.end ?? Infinity);
}

function order(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
