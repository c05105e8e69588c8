import { needsFolding, placedWords } from './fold.ts';
import type { PlacedWord } from './fold.ts';

/** A text in pieces, some of them marked as matching. */
export type Marked = readonly { readonly text: string; readonly marked: boolean }[];

/** Characters of a snippet, about two lines. */
const length = 160;

/** Marks the words of a text whose folded form is one of `terms`. Neighbouring marked words become one piece. */
export function markWords(text: string, terms: ReadonlySet<string>): Marked {
  const pieces: { text: string; marked: boolean }[] = [];
  let at = 0;
  for (const word of matchingWords(text, terms)) {
    const between = text.slice(at, word.start);
    const last = pieces.at(-1);
    if (last?.marked === true && /^\s*$/.test(between)) last.text += between + text.slice(word.start, word.end);
    else {
      if (between !== '') pieces.push({ text: between, marked: false });
      pieces.push({ text: text.slice(word.start, word.end), marked: true });
    }
    at = word.end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false });
  return pieces;
}

/** The stretch of a text with the most matching words, marked; null where none stands in it. */
export function snippet(text: string, terms: ReadonlySet<string>): Marked | null {
  const matches = matchingWords(text, terms);
  let best: { start: number; score: number } | null = null;
  for (const [index, word] of matches.entries()) {
    const inside = new Set<string>();
    for (let next = index; next < matches.length && (matches[next]?.end ?? 0) <= word.start + length; next += 1) {
      inside.add(matches[next]?.folded ?? '');
    }
    if (best === null || inside.size > best.score) best = { start: word.start, score: inside.size };
  }
  if (best === null) return null;
  const from = wordBoundary(text, Math.max(0, best.start - 40));
  const to = Math.min(text.length, from + length);
  const end = to === text.length ? to : Math.max(text.lastIndexOf(' ', to), from + length / 2);
  const piece = text.slice(from, end).replace(/\s+/g, ' ');
  return markWords(`${from > 0 ? '… ' : ''}${piece}${end < text.length ? ' …' : ''}`, terms);
}

function wordBoundary(text: string, from: number): number {
  if (from === 0) return 0;
  const space = text.slice(0, from + 40).search(/\s\S*$/);
  const next = text.indexOf(' ', from);
  return next === -1 || next > from + 40 ? Math.max(0, space) : next + 1;
}

/** The words of a text that fold to one of the terms. Plain text is searched with one pattern, which is far quicker. */
function matchingWords(text: string, terms: ReadonlySet<string>): readonly PlacedWord[] {
  if (needsFolding(text)) return placedWords(text).filter((word) => terms.has(word.folded));
  const plain = [...terms].filter((term) => /^[a-z0-9]+$/.test(term));
  if (plain.length === 0) return [];
  const pattern = new RegExp(`(?<![A-Za-z0-9])(?:${plain.join('|')})(?![A-Za-z0-9])`, 'gi');
  const found: PlacedWord[] = [];
  for (const match of text.matchAll(pattern)) {
    found.push({ folded: match[0].toLowerCase(), start: match.index, end: match.index + match[0].length });
  }
  return found;
}
