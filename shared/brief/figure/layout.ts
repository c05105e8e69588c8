import { xOf } from './axis.ts';
import type { Axis } from './axis.ts';
import { endOf, startOf } from './marks.ts';
import type { Mark } from './marks.ts';

const day = 86_400_000;
/** Room kept free at both ends of the axis, as a part of its length. */
const margin = 0.03;

/** A dot: where it stands, and how many others lie between it and the axis. */
export interface Dot {
  readonly x: number;
  readonly level: number;
  readonly expected: boolean;
}

/** A stretch of time; faded ends say that it has no hard beginning or end there. */
export interface Span {
  readonly left: number;
  readonly right: number;
  readonly fadeLeft: boolean;
  readonly fadeRight: boolean;
  readonly expected: boolean;
}

/** How many events fall on one place of a crowded axis. */
export interface Column {
  readonly x: number;
  readonly count: number;
}

/** The midnight after a day, which parts what is known from what is not; null without a day. */
export function endOfDay(asOf: string | null): number | null {
  const start = asOf === null ? Number.NaN : Date.parse(`${asOf}T00:00:00Z`);
  return Number.isNaN(start) ? null : start + day;
}

/** The axis that holds all marks; the day of the brief too, unless that would squeeze the marks into half of it. */
export function axisOf(marks: readonly Mark[], known: number | null, width: number): Axis {
  const from = Math.min(...marks.map(startOf));
  const to = Math.max(...marks.map(endOf));
  const length = Math.max(to - from, day);
  const reach = known !== null && known > from - length && known < to + length ? [known] : [];
  const [first, last] = [Math.min(from, ...reach), Math.max(to, ...reach, from + day)];
  const room = (last - first) * margin;
  return { from: first - room, to: last + room, width };
}

/** Whether a mark is narrow enough to be a dot. */
function isDot(mark: Mark, axis: Axis): boolean {
  return mark.from !== null && mark.to !== null && xOf(axis, mark.to) - xOf(axis, mark.from) < 7;
}

/** Where a mark stands: the middle of what is drawn of it. */
export function middleOf(mark: Mark, axis: Axis): number {
  const { left, right } = spanOf(mark, axis);
  return (left + right) / 2;
}

function spanOf(mark: Mark, axis: Axis): Span {
  return {
    left: mark.from === null ? 0 : xOf(axis, mark.from),
    right: mark.to === null ? axis.width : xOf(axis, mark.to),
    fadeLeft: mark.from === null || mark.soft,
    fadeRight: mark.to === null || mark.soft,
    expected: mark.expected,
  };
}

/** The marks that are drawn as stretches of time. */
export function spansOf(marks: readonly Mark[], axis: Axis): readonly Span[] {
  return marks.filter((mark) => !isDot(mark, axis)).map((mark) => spanOf(mark, axis));
}

/** Dots closer than this are stacked. */
const dotPitch = 7;

/** The marks that are drawn as dots; those that would cover each other are stacked. */
export function dotsOf(marks: readonly Mark[], axis: Axis): readonly Dot[] {
  const dots: Dot[] = [];
  const ends: number[] = [];
  for (const mark of marks.filter((one) => isDot(one, axis))) {
    const x = middleOf(mark, axis);
    const free = ends.findIndex((end) => x - end >= dotPitch);
    const level = free === -1 ? ends.length : free;
    ends[level] = x;
    dots.push({ x, level, expected: mark.expected });
  }
  return dots;
}

const columnWidth = 3;

/** The dots of a crowded axis, counted in narrow columns. */
export function columnsOf(dots: readonly Dot[]): readonly Column[] {
  const counts = new Map<number, number>();
  for (const { x } of dots) {
    const place = Math.round(x / columnWidth) * columnWidth;
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return [...counts].map(([x, count]) => ({ x, count }));
}
