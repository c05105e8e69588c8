import type { BriefEvent } from '../../story/brief-block.ts';
import { html, nothing } from '../html/markup.ts';
import type { Markup } from '../html/markup.ts';
import { ticksOf, xOf } from './axis.ts';
import type { Axis } from './axis.ts';
import { placeLabels, wordsBox } from './labels.ts';
import type { Label } from './labels.ts';
import { axisOf, columnsOf, dotsOf, endOfDay, middleOf, spansOf } from './layout.ts';
import type { Dot } from './layout.ts';
import { marksOf } from './marks.ts';
import type { Mark } from './marks.ts';
import { byImportance } from './order.ts';
import { spanMark, tickMark, columnMark, dotMark, round } from './shapes.ts';
import { textWidth } from './text-width.ts';

/** Units of the drawing: CSS pixels at the width of an A4 page's text. */
const width = 612;
const size = 10.5;
const rowHeight = 12.5;
const rows = 8;
const labelWidth = 118;
const dotPitch = 7;
/** More dots than this, or higher stacks, become columns. */
const maxDots = 80;
const maxLevel = 4;
const maxColumn = 30;
/** Labels are tried in order of importance; on a crowded axis the later ones would find no place anyway. */
const maxTried = 250;

/** The timeline drawn on an axis, or nothing where fewer than two events are dated. */
export function timelineFigure(events: readonly BriefEvent[], asOf: string | null): Markup {
  const marks = marksOf(events);
  if (marks.length < 2) return nothing;
  const known = endOfDay(asOf);
  const axis = axisOf(marks, known, width);
  const barrier = known === null || known < axis.from || known > axis.to ? null : xOf(axis, known);
  const wanted = byImportance(marks)
    .slice(0, maxTried)
    .map((mark) => ({ x: middleOf(mark, axis), text: mark.title, expected: mark.expected }));
  const labels = placeLabels(wanted, { width, rows, size, labelWidth, barrier });
  return html`<figure class="axis" role="img" aria-label="${description(events, marks)}">
    ${drawing(marks, axis, labels, barrier)}
  </figure>`;
}

function description(events: readonly BriefEvent[], marks: readonly Mark[]): string {
  const expected = marks.filter((mark) => mark.expected).length;
  const undated = events.length - marks.length;
  const counts = [`${marks.length} dated events`];
  if (expected > 0) counts.push(`${expected} of them expected`);
  if (undated > 0) counts.push(`${undated} more without a date`);
  return `Timeline drawn to scale: ${counts.join(', ')}. All are listed below.`;
}

function drawing(marks: readonly Mark[], axis: Axis, labels: readonly Label[], barrier: number | null): Markup {
  const dots = dotsOf(marks, axis);
  const crowded = dots.length > maxDots || dots.some((dot) => dot.level > maxLevel);
  const columns = crowded ? columnsOf(dots) : [];
  const most = Math.max(1, ...columns.map((column) => column.count));
  const columnHeight = (count: number): number => 4 + (count / most) * (maxColumn - 4);
  const pile = crowded ? maxColumn : Math.max(0, ...dots.map((dot) => dot.level)) * dotPitch + 4;
  const used = Math.max(0, ...labels.map((label) => label.row + label.lines.length));
  const top = barrier === null ? 4 : rowHeight + 6;
  const base = top + used * rowHeight + 8;
  const line = base + pile;
  const height = line + 26;
  return html`<svg viewBox="0 0 ${width} ${round(height)}" aria-hidden="true">
    ${fades} ${barrier === null ? null : knownLine(barrier, line)}
    ${labels.map((label) => leader(label, base, rowHeight, line))}
    <path class="axis-line" d="M0 ${round(line)}H${width}" />
    ${ticksOf(axis, size).map((tick) => tickMark(tick, line, width, size))}
    ${spansOf(marks, axis).map((span) => spanMark(span, line))}
    ${columns.map((column) => columnMark(column, line, columnHeight(column.count)))}
    ${crowded ? null : dots.map((dot: Dot) => dotMark(dot, line - dot.level * dotPitch))}
    ${labels.map((label) => words(label, base))}
  </svg>`;
}

/** Ends of time that nobody knows fade out. */
const fades = html`<defs
  ><linearGradient id="fade-both"
    ><stop offset="0" class="fade-out" /><stop offset=".5" class="fade-in" /><stop
      offset="1"
      class="fade-out" /></linearGradient
  ><linearGradient id="fade-left"
    ><stop offset="0" class="fade-out" /><stop offset=".6" class="fade-in" /></linearGradient
  ><linearGradient id="fade-right"
    ><stop offset=".4" class="fade-in" /><stop offset="1" class="fade-out" /></linearGradient
></defs>`;

function knownLine(x: number, line: number): Markup {
  const label = 'as known';
  const left = x + 4 + textWidth(label, size) > width;
  return html`<path class="known" d="M${round(x)} 2V${round(line + 6)}" /><text
      class="known-label"
      x="${round(left ? x - 4 : x + 4)}"
      y="${size}"
      text-anchor="${left ? 'end' : 'start'}"
      >${label}</text
    >`;
}

function leader(label: Label, base: number, pitch: number, line: number): Markup {
  const top = base - (label.row + label.lines.length) * pitch + 1;
  return html`<path class="leader" d="M${round(label.x)} ${round(top)}V${round(line)}" />`;
}

function words(label: Label, base: number): Markup {
  const box = wordsBox(label, size);
  const [x, anchor] = label.side === 'right' ? [box.left, 'start'] : [box.right, 'end'];
  return html`<text class="${label.expected ? 'label expected' : 'label'}" text-anchor="${anchor}"
    >${label.lines.map(
      (text, index) =>
        html`<tspan x="${round(x)}" y="${round(base - (label.row + label.lines.length - index - 1) * rowHeight - 3.5)}"
          >${text}</tspan
        >`,
    )}</text
  >`;
}
