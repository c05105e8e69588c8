import { textWidth, wrapped } from './text-width.ts';

/** Something that wants a label: where its mark stands, and its words. */
export interface Wanted {
  readonly x: number;
  readonly text: string;
  readonly look: 'plain' | 'expected' | 'known';
}

/** A label with its place: rows are counted upwards from the marks, the first line is the topmost. */
export interface Label extends Wanted {
  readonly lines: readonly string[];
  /** Of the widest line. */
  readonly width: number;
  readonly row: number;
  /** Whether the words stand to the right or to the left of the line that leads to the mark. */
  readonly side: 'right' | 'left';
}

/** What the layout may use; widths in the unit of `size`, the type size. */
export interface Room {
  readonly width: number;
  readonly rows: number;
  readonly size: number;
  readonly labelWidth: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** A label before it has a row. */
type Flag = Omit<Label, 'row'>;

/** Between a leader and its words, and between two labels. */
const inset = 4;
const gutter = 7;
/** How close words may come to the leader of another label. */
const clearance = 1.5;
const maxLines = 2;
/** Rows are tried, and kept apart, by this part of a line. */
const step = 0.25;

/**
 * Chooses and places labels, the most important first: each is taken if all those taken so far still find a place with
 * it. None overlaps another, crosses a leader or leaves the room. The others are dropped; every event stands in the list
 * below the drawing.
 */
export function placeLabels(wanted: readonly Wanted[], room: Room): readonly Label[] {
  let placed: readonly Label[] = [];
  for (const one of wanted) {
    for (const flags of attempts(placed, flagsOf(one, room), room)) {
      const layout = layOut(flags, room);
      if (layout === null) continue;
      placed = layout;
      break;
    }
  }
  return placed;
}

/** The sets of flags to try for one more label: to either side, then with one of the others turned around. */
function* attempts(placed: readonly Label[], wanted: readonly Flag[], room: Room): Generator<readonly Flag[]> {
  for (const flag of wanted) yield [...placed, flag];
  for (const flag of wanted) {
    for (const label of placed) {
      const turned = turnedAround(label);
      if (fits(turned, room)) yield [...placed.filter((other) => other !== label), turned, flag];
    }
  }
}

/** The box of a label's words. */
export function wordsBox({ x, lines, width, row, side }: Label): Box {
  const left = side === 'right' ? x + inset : x - inset - width;
  return { left, right: left + width, bottom: row, top: row + lines.length };
}

function flagsOf(one: Wanted, room: Room): readonly Flag[] {
  const lines = wrapped(one.text, room.size, room.labelWidth, maxLines);
  const width = Math.max(...lines.map((line) => textWidth(line, room.size)));
  const right: Flag = { ...one, lines, width, side: 'right' };
  // What is known lies to the left of its end.
  const sides = one.look === 'known' ? [turnedAround(right), right] : [right, turnedAround(right)];
  return sides.filter((flag) => fits(flag, room));
}

function turnedAround(flag: Flag): Flag {
  return { ...flag, side: flag.side === 'right' ? 'left' : 'right' };
}

function fits({ x, width, side }: Flag, room: Room): boolean {
  return side === 'right' ? x + inset + width <= room.width : x - inset - width >= 0;
}

/**
 * Rows for a set of labels, or null where they do not all fit. Words reach away from their leader, so whoever is placed
 * first lies lowest: from right to left for words that reach right, from left to right for those that reach left.
 */
function layOut(flags: readonly Flag[], room: Room): readonly Label[] | null {
  const right = flags.filter(({ side }) => side === 'right').sort((a, b) => b.x - a.x);
  const left = flags.filter(({ side }) => side === 'left').sort((a, b) => a.x - b.x);
  const placed: Label[] = [];
  for (const flag of [...right, ...left]) {
    const label = lowest(flag, placed, room);
    if (label === null) return null;
    placed.push(label);
  }
  return placed;
}

function lowest(flag: Flag, placed: readonly Label[], room: Room): Label | null {
  for (let row = 0; row + flag.lines.length <= room.rows; row += step) {
    const label: Label = { ...flag, row };
    if (isFree(label, placed)) return label;
  }
  return null;
}

function isFree(label: Label, placed: readonly Label[]): boolean {
  const box = wordsBox(label);
  return placed.every((other) => {
    const otherBox = wordsBox(other);
    return !overlap(box, otherBox) && !crosses(label, otherBox) && !crosses(other, box);
  });
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right + gutter && b.left < a.right + gutter && a.bottom < b.top + step && b.bottom < a.top + step;
}

/** Whether the leader of a label, from the axis up to its top line, runs through a box. */
function crosses(label: Label, box: Box): boolean {
  return (
    label.x > box.left - clearance && label.x < box.right + clearance && box.bottom < label.row + label.lines.length
  );
}
