/** A word, a number or a sign of some text. */
export interface Token {
  readonly kind: 'word' | 'number' | 'sign';
  /** Lower case; any dash or hyphen is `-`, any apostrophe `'`; a number without its "st", "nd", "rd" or "th". */
  readonly text: string;
  /** Where it stands in the text, in UTF-16 units; `end` is excluded. */
  readonly start: number;
  readonly end: number;
  /** Whether space (or the text's beginning) stands before it. */
  readonly spaced: boolean;
  /** A word that starts with a capital, an ordinal number ("2nd"), a dash longer than a hyphen. */
  readonly marked: boolean;
}

/** Alternatives that share no first character, so that the time is linear in the text. */
const pieces = /([\s\u00ad\u200b-\u200f\u2060\ufeff]+)|(\p{L}[\p{L}\p{M}]*)|(\d+)|[^]/gu;
const ordinalEndings = new Set(['st', 'nd', 'rd', 'th']);
const hyphens = /[-\u2010\u2011\u2212]/;
const longDashes = /[\u2012-\u2015]/;

/** Splits a text into tokens; spaces, soft hyphens and invisible marks only separate. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let spaced = true;
  for (const match of text.matchAll(pieces)) {
    const [piece, space, word, number] = match;
    if (space !== undefined) {
      spaced = true;
      continue;
    }
    const start = match.index;
    const end = start + piece.length;
    const last = tokens.at(-1);
    const lower = piece.toLowerCase();
    if (word !== undefined && !spaced && last?.kind === 'number' && !last.marked && ordinalEndings.has(lower))
      tokens[tokens.length - 1] = { ...last, end, marked: true };
    else if (word !== undefined)
      tokens.push({ kind: 'word', text: lower, start, end, spaced, marked: piece.charAt(0) !== lower.charAt(0) });
    else if (number !== undefined) tokens.push({ kind: 'number', text: piece, start, end, spaced, marked: false });
    else tokens.push(sign(piece, start, end, spaced));
    spaced = false;
  }
  return tokens;
}

function sign(piece: string, start: number, end: number, spaced: boolean): Token {
  const marked = longDashes.test(piece);
  const text = marked || hyphens.test(piece) ? '-' : /[’‘ʼ]/.test(piece) ? "'" : piece;
  return { kind: 'sign', text, start, end, spaced, marked };
}

/** Whether the token at `index` is one of some words or signs. */
export function isAt(tokens: readonly Token[], index: number, ...texts: readonly string[]): boolean {
  const token = tokens[index];
  return token !== undefined && token.kind !== 'number' && texts.includes(token.text);
}

/** The number at `index` if it has at least `min` and at most `max` digits. */
export function numberAt(tokens: readonly Token[], index: number, min: number, max: number): number | null {
  const token = tokens[index];
  if (token?.kind !== 'number' || token.text.length < min || token.text.length > max) return null;
  return Number(token.text);
}

/** Whether the token at `index` follows the one before it without a space. */
export function isAttached(tokens: readonly Token[], index: number): boolean {
  return tokens[index]?.spaced === false;
}
