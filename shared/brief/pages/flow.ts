/**
 * How unwelcome it is to end a page before a piece, from 0: nobody minds · a paragraph's first or last lines would stand alone ·
 * a box that should stay whole is cut · a heading would be parted from what it heads · the pieces cannot be told apart.
 */
export type Reluctance = 0 | 1 | 2 | 3 | 4;

/**
 * The smallest part of a document that stays whole on a page: a line, a row, a picture. Lengths are CSS pixels, from the top of the
 * document as it is laid out in one column.
 */
export interface Piece {
  /** Where it begins: with the borders and padding of boxes that begin with it, without the margins above. */
  readonly top: number;
  readonly bottom: number;
  readonly reluctance: Reluctance;
  /** The page before ends here, whatever room it has left. */
  readonly forced: boolean;
  /** What a page that begins with it repeats above it: a table's head, the border of a box. */
  readonly head: number;
  /** What a page that ends before it adds below: the border of a box that goes on. */
  readonly foot: number;
  /** The notes whose first sign is in it: indexes of `Flow.notes`. */
  readonly notes: readonly number[];
}

/** A note: where each of its lines ends, in CSS pixels from its top. */
export interface FlowNote {
  readonly lines: readonly number[];
}

/** A document in one column, measured. */
export interface Flow {
  readonly pieces: readonly Piece[];
  readonly notes: readonly FlowNote[];
}

/** What a page has room for, in CSS pixels. */
export interface PageRoom {
  /** The height for text and notes together. */
  readonly height: number;
  /** What the rule above notes takes, with the space around it. */
  readonly rule: number;
  /** Between one note and the next. */
  readonly noteGap: number;
}

/** Lines of a note on a page; both ends as indexes of `FlowNote.lines`, half open. */
export interface NotePart {
  readonly note: number;
  readonly from: number;
  readonly to: number;
}

/** What a page holds: a half open range of pieces, and the notes at its foot. */
export interface PagePlan {
  readonly from: number;
  readonly to: number;
  readonly notes: readonly NotePart[];
}
