import { html } from '../html/markup.ts';
import type { Markup } from '../html/markup.ts';
import type { Tick } from './axis.ts';
import type { Column, Dot, Span } from './layout.ts';
import { textWidth } from './text-width.ts';

/** To a hundredth: finer is no use on paper and makes the document longer. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A tick with its label, which is moved inwards where it would leave the drawing. */
export function tickMark({ x, label }: Tick, line: number, width: number, size: number): Markup {
  const half = textWidth(label, size) / 2;
  const [at, anchor] = x < half ? [0, 'start'] : x > width - half ? [width, 'end'] : [x, 'middle'];
  return html`<path class="tick" d="M${round(x)} ${round(line - 4)}v8" /><text
      class="tick-label"
      x="${round(at)}"
      y="${round(line + 20)}"
      text-anchor="${anchor}"
      >${label}</text
    >`;
}

const spanHeight = 6;

export function spanMark(span: Span, line: number): Markup {
  const fade =
    span.fadeLeft && span.fadeRight ? ' fade-both' : span.fadeLeft ? ' fade-left' : span.fadeRight ? ' fade-right' : '';
  const name = span.expected ? 'span expected' : `span${fade}`;
  return html`<rect
    class="${name}"
    x="${round(span.left)}"
    y="${round(line - spanHeight / 2)}"
    width="${round(Math.max(span.right - span.left, 1))}"
    height="${spanHeight}"
    rx="3"
  />`;
}

/** What happened is solid; what is expected is hollow and dashed, so that the shape says it as well as the colour. */
export function dotMark({ x, expected }: Dot, y: number): Markup {
  return html`<circle
    class="${expected ? 'dot expected' : 'dot'}"
    cx="${round(x)}"
    cy="${round(y)}"
    r="${expected ? 3.6 : 3}"
  />`;
}

export function columnMark({ x }: Column, line: number, height: number): Markup {
  return html`<path class="column" d="M${round(x)} ${round(line)}v${round(-height)}" />`;
}
