import { markup } from '../html/markup.ts';
import type { Markup } from '../html/markup.ts';
import type { Tick } from './axis.ts';
import { wordsBox } from './labels.ts';
import type { Label } from './labels.ts';
import type { Placed } from './layout.ts';

const spanHeight = 5;
/** From the top of a line to where its letters stand, as a part of the line's height. */
const baseline = 0.72;
/** How far the end of the known reaches below the axis. */
const overhang = 7;

/** To a hundredth: finer is no use on paper and makes the document longer. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function stop(offset: number, name: 'fade-in' | 'fade-out'): Markup {
  return markup`<stop offset="${offset}" class="${name}"/>`;
}

/** The fills of stretches of time whose ends nobody knows. */
export const fades: Markup = markup`<defs>
<linearGradient id="fade-both">${[stop(0, 'fade-out'), stop(0.3, 'fade-in'), stop(0.7, 'fade-in'), stop(1, 'fade-out')]}</linearGradient>
<linearGradient id="fade-left">${[stop(0, 'fade-out'), stop(0.3, 'fade-in')]}</linearGradient>
<linearGradient id="fade-right">${[stop(0.7, 'fade-in'), stop(1, 'fade-out')]}</linearGradient>
</defs>`;

/** A tick with its label. */
export function tickShape({ x, label, labelLeft, labelWidth }: Tick, line: number): Markup {
  return markup`<path class="tick" d="M${round(x)} ${round(line - 4)}v8"/>
<text class="tick-label" x="${round(labelLeft + labelWidth / 2)}" y="${round(line + 18)}" text-anchor="middle">${label}</text>`;
}

/**
 * What happened is solid; what is expected is hollow and dashed, so that the shape says it as well as the colour. Ends
 * that nobody knows fade.
 */
export function markShape({ shape, left, right, fadeLeft, fadeRight, expected }: Placed, y: number): Markup {
  if (shape === 'dot') {
    const name = expected ? 'dot expected' : 'dot';
    return markup`<circle class="${name}" cx="${round((left + right) / 2)}" cy="${round(y)}" r="3"/>`;
  }
  const fade = fadeLeft && fadeRight ? 'fade-both' : fadeLeft ? 'fade-left' : fadeRight ? 'fade-right' : '';
  const [x, width] = [round(left), round(Math.max(right - left, 1))];
  const name = `span ${expected ? 'expected' : fade}`;
  return markup`<rect class="${name}" x="${x}" y="${round(y - spanHeight / 2)}" width="${width}" height="${spanHeight}" rx="2.5"/>`;
}

/** One column of a crowded axis. */
export function columnShape(x: number, line: number, height: number): Markup {
  return markup`<path class="column" d="M${round(x)} ${round(line)}v${round(-height)}"/>`;
}

/** The line from a label to its mark. The one that parts the known from the unknown cuts through the axis. */
export function leaderShape({ x, look }: Label, top: number, line: number): Markup {
  const bottom = look === 'known' ? line + overhang : line;
  return markup`<path class="leader ${look}" d="M${round(x)} ${round(top + 1)}V${round(bottom)}"/>`;
}

/** A label's words, line by line from `top`. */
export function labelShape(label: Label, top: number, rowHeight: number): Markup {
  const box = wordsBox(label);
  const [x, anchor] = label.side === 'right' ? [box.left, 'start'] : [box.right, 'end'];
  const lines = label.lines.map((text, index) => {
    const y = round(top + (index + baseline) * rowHeight);
    return markup`<tspan x="${round(x)}" y="${y}">${text}</tspan>`;
  });
  return markup`<text class="label ${label.look}" text-anchor="${anchor}">${lines}</text>`;
}
