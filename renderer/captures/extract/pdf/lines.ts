import type { TextItem } from '../../pdf-files/text-items.ts';

/** A line of a page, in the order of the page's content. */
export interface Line {
  readonly text: string;
  /** The size of its letters, in points. */
  readonly size: number;
  /** Where it begins and where its baseline is, from the lower left of the page. */
  readonly left: number;
  readonly base: number;
  readonly right: number;
}

/** The lines of a page. Words that stand apart without a space between them get one. */
export function linesOf(items: readonly TextItem[]): readonly Line[] {
  const lines: Line[] = [];
  let run: TextItem[] = [];
  const end = (): void => {
    const line = lineOf(run);
    if (line !== null) lines.push(line);
    run = [];
  };
  for (const item of items) {
    const before = run.findLast(({ str }) => str.trim() !== '');
    if (before !== undefined && item.str.trim() !== '' && !isSameLine(before, item)) end();
    run.push(item);
    if (item.hasEOL) end();
  }
  end();
  return lines;
}

function isSameLine(before: TextItem, next: TextItem): boolean {
  const size = Math.max(sizeOf(before), sizeOf(next));
  return Math.abs(baseOf(before) - baseOf(next)) < size * 0.6;
}

function lineOf(items: readonly TextItem[]): Line | null {
  const inked = items.filter(({ str }) => str.trim() !== '');
  const [first] = inked;
  if (first === undefined) return null;
  let text = '';
  let before: TextItem | null = null;
  for (const item of items) {
    if (before !== null && isApart(before, item) && !/\s$/.test(text) && !/^\s/.test(item.str)) text += ' ';
    text += item.str;
    if (item.str.trim() !== '') before = item;
  }
  const rights = inked.map((item) => leftOf(item) + item.width);
  // The size that most of the line has: a raised number does not make it smaller.
  const longest = inked.reduce((most, item) => (item.str.length > most.str.length ? item : most));
  return {
    text: text.replace(/\s+/g, ' ').trim(),
    size: sizeOf(longest),
    left: Math.min(...inked.map(leftOf)),
    right: Math.max(...rights),
    base: baseOf(longest),
  };
}

/** Whether more than a fifth of a letter's size stands between two runs of one line. */
function isApart(before: TextItem, next: TextItem): boolean {
  return leftOf(next) - (leftOf(before) + before.width) > sizeOf(next) * 0.2;
}

function sizeOf({ transform, height }: TextItem): number {
  return height || Math.hypot(transform[2] ?? 0, transform[3] ?? 0);
}

function leftOf({ transform }: TextItem): number {
  return transform[4] ?? 0;
}

function baseOf({ transform }: TextItem): number {
  return transform[5] ?? 0;
}
