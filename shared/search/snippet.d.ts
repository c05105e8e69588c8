/** A text in pieces, some of them marked as matching. */
export type Marked = readonly {
  readonly text: string;
  readonly marked: boolean;
}[];
/** Marks the words of a text whose folded form is one of `terms`. Neighbouring marked words become one piece. */
export declare function markWords(text: string, terms: ReadonlySet<string>): Marked;
/** The stretch of a text with the most matching words, marked; null where none stands in it. */
export declare function snippet(text: string, terms: ReadonlySet<string>): Marked | null;
