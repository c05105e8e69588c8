import * as Y from 'yjs';
import { describePassage } from '../../../shared/anchors/index.ts';
import type { NotePlace } from '../../../shared/story/sections/annotations/index.ts';
import type { DraftLines, FoundPosition, Stretch } from './draft-lines.ts';

/** Of more words than these only so many are kept as the quote, in UTF-16 units. */
const longestQuote = 2000;

/** A stretch without the white space at its ends; null where it has no words. */
export function trimmed(text: string, { start, end }: Stretch): Stretch | null {
  const words = text.slice(start, end);
  const before = words.length - words.trimStart().length;
  return words.trim() === '' ? null : { start: start + before, end: start + before + words.trim().length };
}

/** What is to be stored of the words that a note is about; null where there are none. */
export function placeOf(lines: DraftLines, stretch: Stretch): NotePlace | null {
  const text = lines.text();
  const words = trimmed(text, stretch);
  if (words === null) return null;
  const [start, end] = [lines.before(words.start), lines.behind(words.end)];
  if (start === null || end === null) return null;
  const quoted = describePassage(text, words.start, Math.min(words.end, words.start + longestQuote));
  return {
    quote: quoted.quote,
    position: { start: quoted.position.start, end: quoted.position.end },
    start: encoded(start),
    end: encoded(end),
  };
}

/** Where the stored positions of some words are now. */
export interface StoredStretch extends Stretch {
  /** The first and the last letter are still there. */
  readonly isSure: boolean;
}

/** Null where the words are gone, or may have been taken apart. */
export function storedStretch(lines: DraftLines, place: NotePlace): StoredStretch | null {
  const [start, end] = [found(lines, place.start), found(lines, place.end)];
  if (start === null || end === null) return null;
  const isSure = start.isSure && end.isSure;
  // Of a text that was taken apart one end may have stayed behind, and what lies between is not what lay there before.
  if (!isSure && start.type !== end.type) return null;
  const words = trimmed(lines.text(), { start: start.offset, end: end.offset });
  if (words === null) return null;
  // Between two ends that were deleted may be only what somebody wrote there.
  const isKnown =
    start.isSure || end.isSure || resembles(lines.text().slice(words.start, words.end), place.quote.exact);
  return isKnown ? { ...words, isSure } : null;
}

/** Whether some of the words, four letters at least, are some of the others. */
function resembles(words: string, others: string): boolean {
  const length = Math.min(4, words.length);
  for (let at = 0; at + length <= words.length; at += 1) if (others.includes(words.slice(at, at + length))) return true;
  return false;
}

function found(lines: DraftLines, stored: string): FoundPosition | null {
  const position = decoded(stored);
  return position === null ? null : lines.find(position);
}

function encoded(position: Y.RelativePosition): string {
  return btoa(String.fromCharCode(...Y.encodeRelativePosition(position)));
}

/** What is stored may be anything. */
function decoded(position: string): Y.RelativePosition | null {
  if (position === '') return null;
  try {
    return Y.decodeRelativePosition(Uint8Array.from(atob(position), (sign) => sign.charCodeAt(0)));
  } catch {
    return null;
  }
}
