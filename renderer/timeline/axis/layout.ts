import type { TimelineItem } from '../item.ts';
import type { Domain } from './domain.ts';

/** Where one event is drawn: pixels from the left, lanes from the top. */
export interface Mark {
  readonly id: string;
  readonly title: string;
  readonly lane: number;
  readonly left: number;
  readonly width: number;
  /** The stretch the date covers, when it is wider than a moment here. */
  readonly span: { readonly left: number; readonly width: number } | null;
  readonly expected: boolean;
  /** Approximate, uncertain, or coarser than it can be drawn: its edges are soft. */
  readonly soft: boolean;
  readonly openStart: boolean;
  readonly openEnd: boolean;
}

export interface AxisLayout {
  readonly marks: readonly Mark[];
  /** Events per column of `columnWidth` pixels that have no mark of their own. */
  readonly density: readonly number[];
  /** Events in view without a mark. */
  readonly hidden: number;
}

export const columnWidth = 6;
const gap = 6;
const smallest = 28;
const letter = 6.2;
const padding = 20;
const widest = 190;

/**
 * Places the events in view: each gets the first lane with room for its label, the chosen one first, then the shortest
 * stretches (the most exact dates). What finds no room is counted in the density strip instead of overlapping.
 */
export function layOut(
  items: readonly TimelineItem[],
  domain: Domain,
  options: { readonly width: number; readonly lanes: number; readonly selected: string | null; readonly most?: number },
): AxisLayout {
  const { width, lanes, selected, most = 160 } = options;
  const scale = width / (domain.end - domain.start);
  const inView = items.flatMap((item) => placed(item, domain, scale, width) ?? []);
  inView.sort((a, b) => Number(b.item.id === selected) - Number(a.item.id === selected) || a.length - b.length);
  const free: (readonly [number, number])[][] = Array.from({ length: lanes }, () => []);
  const marks: Mark[] = [];
  const density = Array.from({ length: Math.ceil(width / columnWidth) }, () => 0);
  let hidden = 0;
  for (const { item, from, to } of inView) {
    const label = Math.min(widest, Math.max(smallest, item.title.length * letter + padding));
    // The label begins at the date; near the right edge it ends there instead, so that it is never cut off.
    const left = Math.min(Math.max(0, from), Math.max(0, width - label));
    const right = Math.max(left + label, Math.min(to, width));
    const low = Math.min(left, Math.max(0, from));
    const lane =
      marks.length < most ? free.findIndex((taken) => taken.every(([a, b]) => right + gap <= a || low >= b + gap)) : -1;
    if (lane === -1) {
      hidden += 1;
      const column = Math.min(density.length - 1, Math.max(0, Math.floor(from / columnWidth)));
      density[column] = (density[column] ?? 0) + 1;
      continue;
    }
    free[lane]?.push([low, right]);
    marks.push(toMark(item, { lane, left, width: label, from, to, view: width }));
  }
  return { marks, density, hidden };
}

interface Placed {
  readonly item: TimelineItem;
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

function placed(item: TimelineItem, domain: Domain, scale: number, width: number): Placed | null {
  const { bounds } = item;
  if (bounds === null || (bounds.start === null && bounds.end === null)) return null;
  const from = bounds.start === null ? 0 : (bounds.start - domain.start) * scale;
  const to = bounds.end === null ? width : (bounds.end - domain.start) * scale;
  return to < 0 || from > width ? null : { item, from, to, length: to - from };
}

function toMark(
  item: TimelineItem,
  at: { lane: number; left: number; width: number; from: number; to: number; view: number },
): Mark {
  const { bounds } = item;
  const spanLeft = Math.max(0, at.from);
  const spanWidth = Math.min(at.view, at.to) - spanLeft;
  const soft = bounds !== null && (bounds.approximate || bounds.uncertain || bounds.precision !== 'day');
  return {
    id: item.id,
    title: item.title,
    lane: at.lane,
    left: at.left,
    width: at.width,
    span: spanWidth > 8 ? { left: spanLeft, width: spanWidth } : null,
    expected: item.expected,
    soft,
    openStart: bounds?.openStart ?? false,
    openEnd: bounds?.openEnd ?? false,
  };
}
