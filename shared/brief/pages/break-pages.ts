import type { Flow, NotePart, PagePlan, PageRoom, Reluctance } from './flow.ts';
import { notesHeight, splitNotes, wholeNote } from './place-notes.ts';
import type { NoteRoom } from './place-notes.ts';

/** Where text follows, notes that go on from the page before may take this share of the room. */
const carriedShare = 0.6;
/** A page may leave this share of its room empty rather than break a note in two. */
const emptyShare = 0.15;

/**
 * Decides where the pages end. A page is filled as far as it goes and ends where nobody minds, or else where it is minded least; a note
 * stands at the foot of the page that has its sign. Only a note for which too little room is left goes on at the foot of
 * the next page, and only a piece higher than the page overflows it. Every page takes something on, so there is an end.
 */
export function breakPages(flow: Flow, room: PageRoom): readonly PagePlan[] {
  const pages: PagePlan[] = [];
  let at = 0;
  let carried: readonly NotePart[] = [];
  while (at < flow.pieces.length || carried.length > 0) {
    const filled = new Page(flow, room, at, carried).fill();
    pages.push(filled.plan);
    at = filled.plan.to;
    carried = filled.carried;
  }
  return pages;
}

interface Filled {
  readonly plan: PagePlan;
  /** What its notes leave to the next page. */
  readonly carried: readonly NotePart[];
}

/** One page while it is being filled. */
class Page {
  /** What the page before left over and is placed here; and what even now has to wait. */
  private readonly begun: readonly NotePart[];
  private readonly waiting: readonly NotePart[];

  private readonly flow: Flow;
  private readonly room: PageRoom;
  private readonly from: number;

  constructor(flow: Flow, room: PageRoom, from: number, carried: readonly NotePart[]) {
    this.flow = flow;
    this.room = room;
    this.from = from;
    const hasText = from < flow.pieces.length;
    const share = hasText ? carriedShare : 1;
    const split = splitNotes(
      flow.notes,
      carried,
      { height: room.height * share - room.rule, gap: room.noteGap },
      'begin',
    );
    this.begun = split.placed;
    this.waiting = split.left;
  }

  fill(): Filled {
    if (this.from >= this.flow.pieces.length) return this.ending(this.from, this.begun, this.waiting);
    const best = this.bestEnd();
    const further = this.endWithBrokenNote(best);
    if (further !== null) return further;
    if (best !== null) return this.ending(best, [...this.begun, ...this.newNotes(best)], this.waiting);
    return this.leastPossible();
  }

  /** The furthest end that fits, of those that are minded least. Null where none does. */
  private bestEnd(): number | null {
    const best = new Map<Reluctance, number>();
    const { pieces } = this.flow;
    for (let end = this.from + 1; end <= pieces.length; end += 1) {
      if (this.textHeight(end) > this.room.height && this.textHeight(end, false) > this.room.height) break;
      const next = pieces[end];
      if (this.fits(end)) best.set(next === undefined || next.forced ? 0 : next.reluctance, end);
      if (next === undefined || next.forced) break;
    }
    for (const reluctance of [0, 1, 2, 3, 4] as const) {
      const end = best.get(reluctance);
      if (end !== undefined) return end;
    }
    return null;
  }

  private fits(end: number): boolean {
    const fresh = this.newNotes(end);
    // Notes keep their order: while older ones wait, no new one is begun.
    if (this.waiting.length > 0) return fresh.length === 0 && this.height(end, this.begun) <= this.room.height;
    return this.height(end, [...this.begun, ...fresh]) <= this.room.height;
  }

  /**
   * Where notes alone keep much of the page empty: takes on what comes next, with the first lines of its last note.
   * Null where that is not so, or does not help.
   */
  private endWithBrokenNote(best: number | null): Filled | null {
    if (this.waiting.length > 0) return null;
    const { pieces, notes } = this.flow;
    const before = best ?? this.from;
    if (before >= pieces.length || (best !== null && pieces[before]?.forced === true)) return null;
    if (best !== null) {
      const used = this.height(best, [...this.begun, ...this.newNotes(best)]);
      if (used >= this.room.height * (1 - emptyShare)) return null;
    }
    const minded = best === null ? 4 : (pieces[best]?.reluctance ?? 0);
    for (let end = before + 1; end <= pieces.length; end += 1) {
      if (this.textHeight(end, false) > this.room.height) return null;
      const next = pieces[end];
      const isEnd = next === undefined || next.forced || next.reluctance <= minded;
      if (isEnd) {
        const all = [...this.begun, ...this.newNotes(end)];
        const { placed, left } = splitNotes(notes, all, this.roomBelow(end), 'two');
        // Every note is begun here, but for the lines that the last one leaves.
        const [rest] = left;
        if (rest !== undefined && left.length === 1 && rest.from > 0) return this.ending(end, placed, left);
      }
      if (next === undefined || next.forced) return null;
    }
    return null;
  }

  /** The first piece, although it or its notes have no room. */
  private leastPossible(): Filled {
    const end = this.from + 1;
    const all = [...this.begun, ...this.waiting, ...this.newNotes(end)];
    const { placed, left } = splitNotes(this.flow.notes, all, this.roomBelow(end), 'any');
    return this.ending(end, placed, left);
  }

  private ending(end: number, notes: readonly NotePart[], carried: readonly NotePart[]): Filled {
    return { plan: { from: this.from, to: end, notes }, carried };
  }

  private roomBelow(end: number): NoteRoom {
    return { height: this.room.height - this.textHeight(end) - this.room.rule, gap: this.room.noteGap };
  }

  private height(end: number, notes: readonly NotePart[]): number {
    return this.textHeight(end) + notesHeight(this.flow.notes, notes, this.room);
  }

  private textHeight(end: number, withFoot = true): number {
    const { pieces } = this.flow;
    const first = pieces[this.from];
    const last = pieces[end - 1];
    if (first === undefined || last === undefined) return 0;
    const next = pieces[end];
    return last.bottom - first.top + first.head + (withFoot && next?.forced === false ? next.foot : 0);
  }

  private newNotes(end: number): readonly NotePart[] {
    const { pieces, notes } = this.flow;
    return pieces.slice(this.from, end).flatMap((piece) => piece.notes.map((note) => wholeNote(notes, note)));
  }
}
