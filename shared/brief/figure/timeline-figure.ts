import type { BriefEvent } from '../../story/brief-block.ts';
import { markup, nothing } from '../html/markup.ts';
import type { Markup } from '../html/markup.ts';
import { ticksOf, xOf } from './axis.ts';
import type { Axis } from './axis.ts';
import { placeLabels } from './labels.ts';
import type { Label, Wanted } from './labels.ts';
import { axisOf, columnsOf, endOfDay, middleOf, placeMarks } from './layout.ts';
import type { Placed } from './layout.ts';
import { marksOf } from './marks.ts';
import type { Mark } from './marks.ts';
import { byImportance } from './order.ts';
import { columnShape, fades, labelShape, leaderShape, markShape, round, tickShape } from './shapes.ts';

/** Units of the drawing: CSS pixels at the width of an A4 page's text. */
const width = 612;
const size = 10.5;
const rowHeight = 12.5;
const rows = 9;
const labelWidth = 112;
const levelHeight = 7.5;
/** More marks than this, or higher piles, become columns. */
const maxMarks = 80;
const maxLevel = 5;
const columnHeight = 30;
/** The ticks and their words. */
const belowLine = 24;
/** Labels are tried in order of importance; on a crowded axis the later ones would find no place anyway. */
const maxTried = 120;

/** The timeline drawn on an axis, or nothing where fewer than two events are dated. */
export function timelineFigure(events: readonly BriefEvent[], asOf: string | null): Markup {
  const plan = planOf(events, asOf);
  if (plan === null) return nothing;
  return markup`<div class="axis keep keep-next">${drawing(plan, description(events, plan.marks))}</div>`;
}

/** How wide and high the drawing is, in units of its own; null where there is none. */
export function timelineFigureShape(
  events: readonly BriefEvent[],
  asOf: string | null,
): { readonly width: number; readonly height: number } | null {
  const plan = planOf(events, asOf);
  return plan === null ? null : { width, height: plan.line + belowLine };
}

/** Everything of a drawing with its place. */
interface Plan {
  readonly marks: readonly Mark[];
  readonly axis: Axis;
  readonly labels: readonly Label[];
  readonly placed: readonly Placed[];
  readonly crowded: boolean;
  /** Where labels end and where the axis lies, from the top. */
  readonly base: number;
  readonly line: number;
}

function planOf(events: readonly BriefEvent[], asOf: string | null): Plan | null {
  const marks = marksOf(events);
  if (marks.length < 2) return null;
  const known = endOfDay(asOf);
  const axis = axisOf(marks, known, width);
  const knownAt = known === null || known < axis.from || known > axis.to ? null : xOf(axis, known);
  const labels = placeLabels(wantedLabels(marks, axis, knownAt), { width, rows, size, labelWidth });
  const placed = placeMarks(marks, axis);
  const levels = Math.max(...placed.map(({ level }) => level));
  const crowded = placed.length > maxMarks || levels > maxLevel;
  const used = Math.max(0, ...labels.map((label) => label.row + label.lines.length));
  const base = 2 + used * rowHeight + 6;
  const line = base + (crowded ? columnHeight : levels * levelHeight + 4);
  return { marks, axis, labels, placed, crowded, base, line };
}

function wantedLabels(marks: readonly Mark[], axis: Axis, knownAt: number | null): readonly Wanted[] {
  const known = knownAt === null ? [] : [{ x: knownAt, text: 'as known', look: 'known' as const }];
  const events = byImportance(marks).slice(0, maxTried);
  return [
    ...known,
    ...events.map((mark) => ({
      x: middleOf(mark, axis),
      text: mark.title,
      look: mark.expected ? ('expected' as const) : ('plain' as const),
    })),
  ];
}

function description(events: readonly BriefEvent[], marks: readonly Mark[]): string {
  const expected = marks.filter((mark) => mark.expected).length;
  const undated = events.length - marks.length;
  const counts = [`${marks.length} dated events`];
  if (expected > 0) counts.push(`${expected} of them expected`);
  if (undated > 0) counts.push(`${undated} more without a date`);
  return `Timeline drawn to scale: ${counts.join(', ')}. All are listed below.`;
}

function drawing({ axis, labels, placed, crowded, base, line }: Plan, name: string): Markup {
  return markup`<svg viewBox="0 0 ${width} ${round(line + belowLine)}" role="img" aria-label="${name}">${fades}
${labels.map((label) => leaderShape(label, top(label, base), line))}
<path class="axis-line" d="M0 ${round(line)}H${width}"/>
${ticksOf(axis, size).map((tick) => tickShape(tick, line))}
${crowded ? crowd(placed, line) : placed.map((mark) => markShape(mark, line - mark.level * levelHeight))}
${labels.map((label) => labelShape(label, top(label, base), rowHeight))}
</svg>`;
}

/** Where a label's first line begins. */
function top(label: Label, base: number): number {
  return base - (label.row + label.lines.length) * rowHeight;
}

/** Too many to tell apart: stretches of time lie on the axis, dots are counted. */
function crowd(placed: readonly Placed[], line: number): readonly Markup[] {
  const columns = columnsOf(placed);
  const most = Math.max(1, ...columns.map(({ count }) => count));
  return [
    ...placed.filter(({ shape }) => shape === 'span').map((span) => markShape(span, line)),
    ...columns.map(({ x, count }) => columnShape(x, line, 4 + (count / most) * (columnHeight - 6))),
  ];
}
