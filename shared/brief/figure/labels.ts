import { textWidth, wrapped } from './text-width.ts';

/** Something that wants a label: where its mark stands, and its words. */
export interface Wanted {
  readonly x: number;
  readonly text: string;
  readonly expected: boolean;
}

/** A label with its place: rows are counted upwards from the axis, the first line is the topmost. */
export interface Label extends Wanted {
  readonly lines: readonly string[];
  readonly row: number;
  /** Whether the words stand to the right or to the left of the line that leads to the mark. */
  readonly side: 'right' | 'left';
}

/** What the layout may use. */
export interface Room {
  readonly width: number;
  readonly rows: number;
  readonly size: number;
  /** Widest label, in the unit of `width`. */
  readonly labelWidth: number;
  /** A vertical line that no label may cross; null for none. */
  readonly barrier: number | null;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** Between a leader and its words, and between two labels. */
const inset = 4;
const gutter = 7;
/** How close words may come to the leader of another label. */
const clearance = 3;

/**
 * Places labels, the most important first. None overlaps another, crosses a leader or the barrier, or leaves the room;
 * one that finds no place is dropped, since every event stands in the list below.
 */
export function placeLabels(wanted: readonly Wanted[], room: Room): readonly Label[] {
  const placed: Label[] = [];
  for (const one of wanted) {
    const label = firstPlace(one, placed, room);
    if (label !== null) placed.push(label);
  }
  return placed;
}

/** The box of a label's words. */
export function wordsBox({ x, lines, row, side }: Label, size: number): Box {
  const width = Math.max(...lines.map((line) => textWidth(line, size)));
  const left = side === 'right' ? x + inset : x - inset - width;
  return { left, right: left + width, bottom: row, top: row + lines.length };
}

function firstPlace(one: Wanted, placed: readonly Label[], room: Room): Label | null {
  const lines = wrapped(one.text, room.size, room.labelWidth, 2);
  for (let row = 0; row + lines.length <= room.rows; row += 1) {
    for (const side of ['right', 'left'] as const) {
      const label: Label = { ...one, lines, row, side };
      if (isFree(label, placed, room)) return label;
    }
  }
  return null;
}

function isFree(label: Label, placed: readonly Label[], room: Room): boolean {
  const box = wordsBox(label, room.size);
  if (box.left < 0 || box.right > room.width) return false;
  if (room.barrier !== null && box.left < room.barrier + clearance && box.right > room.barrier - clearance)
    return false;
  return placed.every((other) => {
    const otherBox = wordsBox(other, room.size);
    return !overlap(box, otherBox) && !crosses(label, otherBox) && !crosses(other, box);
  });
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right + gutter && b.left < a.right + gutter && a.bottom < b.top && b.bottom < a.top;
}

/** Whether the leader of a label, from the axis up to its top line, runs through a box. */
function crosses(label: Label, box: Box): boolean {
  return (
    label.x > box.left - clearance && label.x < box.right + clearance && box.bottom < label.row + label.lines.length
  );
}
