import type { TextItem } from '../pdf-files/text-items.ts';

/** A stretch of a page's text and where it stands, in points from the upper left of the page as it is drawn. */
export interface WordsOnPage {
  /** Half open, in UTF-16 units of the page's text. */
  readonly start: number;
  readonly end: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Degrees, clockwise. */
  readonly turn: number;
}

/** Turns a place on the page, as the file has it, into one as it is drawn: `[x, y] → [x, y]`. */
export type ToDrawn = (x: number, y: number) => readonly [x: number, y: number];

/**
 * Where the words of a page's text stand. The text was made of the same items, in the same order, with other spaces: so the items' letters
 * and the text's are walked along together. Empty where they are not the same letters, which is no guess then.
 * @param text the reading's text of that page
 */
export function wordsOnPage(items: readonly TextItem[], text: string, toDrawn: ToDrawn): readonly WordsOnPage[] {
  const words: WordsOnPage[] = [];
  let at = 0;
  for (const item of items) {
    const letters = solid(item.str);
    if (letters === '') continue;
    at = skipBlanks(text, at);
    const start = at;
    for (const letter of letters) {
      at = skipBlanks(text, at);
      if (!text.startsWith(letter, at)) return [];
      at += letter.length;
    }
    words.push({ start, end: at, ...placeOf(item, toDrawn) });
  }
  return words;
}

/** Where a run of text is drawn. */
export function placeOf({ transform, width, height }: TextItem, toDrawn: ToDrawn) {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = transform;
  const size = height === 0 ? Math.hypot(c, d) : height;
  const along = Math.hypot(a, b) || 1;
  const up = Math.hypot(c, d) || 1;
  // Letters hang a fifth of their size below the line.
  const corner = (right: number, above: number): readonly [number, number] =>
    toDrawn(x + (a / along) * right + (c / up) * above, y + (b / along) * right + (d / up) * above);
  const [left, top] = corner(0, size * 0.8);
  const [endX, endY] = corner(width, size * 0.8);
  const [lowX, lowY] = corner(0, size * -0.2);
  return {
    left,
    top,
    width: Math.hypot(endX - left, endY - top),
    height: Math.hypot(lowX - left, lowY - top),
    turn: (Math.atan2(endY - top, endX - left) * 180) / Math.PI,
  };
}

function solid(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd').replace(blanks, '');
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text.charAt(at))) at += 1;
  return at;
}

const blanks = /\s+/g;
