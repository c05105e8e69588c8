import type { FlowNote, NotePart, PageRoom } from './flow.ts';

/** A note, whole. */
export function wholeNote(notes: readonly FlowNote[], note: number): NotePart {
  return { note, from: 0, to: notes[note]?.lines.length ?? 0 };
}

/** The height of some lines of a note. */
export function partHeight(notes: readonly FlowNote[], { note, from, to }: NotePart): number {
  const lines = notes[note]?.lines ?? [];
  return to <= from ? 0 : (lines[to - 1] ?? 0) - (lines[from - 1] ?? 0);
}

/** What notes take at the foot of a page, with the rule above them; 0 for none. */
export function notesHeight(notes: readonly FlowNote[], parts: readonly NotePart[], room: PageRoom): number {
  if (parts.length === 0) return 0;
  const heights = parts.reduce((sum, part) => sum + partHeight(notes, part), 0);
  return room.rule + heights + room.noteGap * (parts.length - 1);
}

interface SplitNotes {
  readonly placed: readonly NotePart[];
  readonly left: readonly NotePart[];
}

/** Room for notes alone, in CSS pixels. */
export interface NoteRoom {
  readonly height: number;
  /** Between one note and the next. */
  readonly gap: number;
}

/**
 * How a note may be broken: after any line; so that two lines stay together at either end; or after any line, the first one
 * being placed whether or not it has room.
 */
type Manner = 'any' | 'two' | 'begin';

/** As much of the notes as there is room for, in order, and what is left. */
export function splitNotes(
  notes: readonly FlowNote[],
  parts: readonly NotePart[],
  { height, gap }: NoteRoom,
  manner: Manner,
): SplitNotes {
  const placed: NotePart[] = [];
  let room = height;
  for (const [index, part] of parts.entries()) {
    const before = index === 0 ? 0 : gap;
    const needed = partHeight(notes, part) + before;
    if (needed > room) {
      const fitting = linesIn(notes, part, room - before, manner === 'two' ? 2 : 1);
      const to = manner === 'begin' && index === 0 ? Math.max(fitting, part.from + 1) : fitting;
      if (to > part.from) placed.push({ ...part, to });
      // With one line in all nothing is left of it.
      const rest = to < part.to ? [{ ...part, from: to }] : [];
      return { placed, left: [...rest, ...parts.slice(index + 1)] };
    }
    placed.push(part);
    room -= needed;
  }
  return { placed, left: [] };
}

/** Behind which line a part is broken that has not room enough; its beginning where it is not begun at all. */
function linesIn(notes: readonly FlowNote[], part: NotePart, room: number, least: number): number {
  let to = part.from;
  while (to < part.to && partHeight(notes, { ...part, to: to + 1 }) <= room) to += 1;
  to = Math.min(to, part.to - least);
  return to - part.from < least ? part.from : to;
}
