import { xOf } from './axis.ts';
import type { Axis } from './axis.ts';
import { endOf, startOf } from './marks.ts';
import type { Mark } from './marks.ts';

const day = 86_400_000;
/** Room kept free at both ends of the axis, as a part of its length: dots have a width. */
const margin = 0.03;
const dayMargin = 0.012;
/** An axis no longer than this shows whole days. */
const wholeDays = 20 * day;
/** Stretches of time narrower than this are dots. */
const narrowest = 7;
const dotWidth = 7;
const columnWidth = 3;

/** A mark as it is drawn: a dot, or a stretch of time whose faded ends say that nobody knows where it begins or ends. */
export interface Placed {
  readonly shape: 'dot' | 'span';
  readonly left: number;
  readonly right: number;
  readonly fadeLeft: boolean;
  readonly fadeRight: boolean;
  readonly expected: boolean;
  /** How many others lie between it and the axis. */
  readonly level: number;
}

/** How many dots fall on one place of a crowded axis. */
export interface Column {
  readonly x: number;
  readonly count: number;
}

/** The midnight after a day, which parts what is known from what is not; null without a day. */
export function endOfDay(asOf: string | null): number | null {
  const start = asOf === null ? Number.NaN : Date.parse(`${asOf}T00:00:00Z`);
  return Number.isNaN(start) ? null : start + day;
}

/** The axis that holds all marks; the end of the known too, unless that would squeeze the marks into half of it. */
export function axisOf(marks: readonly Mark[], known: number | null, width: number): Axis {
  const from = Math.min(...marks.map(startOf));
  const to = Math.max(...marks.map(endOf));
  const length = Math.max(to - from, day);
  const reach = known !== null && known > from - length && known < to + length ? [known] : [];
  const [first, last] = [Math.min(from, ...reach), Math.max(to, ...reach, from + day)];
  if (last - first > wholeDays) return padded(first, last, margin, width);
  return padded(Math.floor(first / day) * day, Math.ceil(last / day) * day, dayMargin, width);
}

function padded(from: number, to: number, part: number, width: number): Axis {
  const room = (to - from) * part;
  return { from: from - room, to: to + room, width };
}

/** Where a mark stands: the middle of what is drawn of it. */
export function middleOf(mark: Mark, axis: Axis): number {
  const [left, right] = extent(mark, axis);
  return (left + right) / 2;
}

function extent({ from, to }: Mark, axis: Axis): readonly [number, number] {
  return [from === null ? 0 : xOf(axis, from), to === null ? axis.width : xOf(axis, to)];
}

/** All marks with their places; what would cover something else is put on top of it. */
export function placeMarks(marks: readonly Mark[], axis: Axis): readonly Placed[] {
  const ends: number[] = [];
  return marks
    .map((mark) => unstacked(mark, axis))
    .sort((a, b) => a.left - b.left)
    .map((mark) => {
      const free = ends.findIndex((end) => mark.left >= end);
      const level = free === -1 ? ends.length : free;
      ends[level] = mark.right;
      return { ...mark, level };
    });
}

function unstacked(mark: Mark, axis: Axis): Omit<Placed, 'level'> {
  const [left, right] = extent(mark, axis);
  const { expected, soft } = mark;
  if (right - left >= narrowest || mark.from === null || mark.to === null) {
    const fades = { fadeLeft: soft || mark.from === null, fadeRight: soft || mark.to === null };
    return { shape: 'span', left, right, expected, ...fades };
  }
  const middle = (left + right) / 2;
  const [first, last] = [middle - dotWidth / 2, middle + dotWidth / 2];
  return { shape: 'dot', left: first, right: last, fadeLeft: false, fadeRight: false, expected };
}

/** The dots of a crowded axis, counted in narrow columns. */
export function columnsOf(placed: readonly Placed[]): readonly Column[] {
  const counts = new Map<number, number>();
  for (const { shape, left, right } of placed) {
    if (shape !== 'dot') continue;
    const place = Math.round((left + right) / 2 / columnWidth) * columnWidth;
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return [...counts].map(([x, count]) => ({ x, count }));
}
