import { describePassage, findPassage } from '../../../shared/anchors/index.ts';
import type { PassageAnchor } from '../../../shared/anchors/index.ts';
import type { NotePlace } from '../../../shared/story/sections/annotations/index.ts';
import { textChange } from '../../../shared/story/text-change.ts';
import type { TextChange } from '../../../shared/story/text-change.ts';
import type { DraftLines, Stretch } from './draft-lines.ts';
import { placeOf, storedStretch, trimmed } from './note-place.ts';
import type { StoredStretch } from './note-place.ts';

/** A note that is about some words of the draft. */
export interface PlacedNote {
  readonly id: string;
  readonly place: NotePlace;
}

/** Where the words of notes are, by id of the note; null where they are gone. */
export type CommentPlaces = ReadonlyMap<string, Stretch | null>;

export interface Followed {
  readonly places: CommentPlaces;
  /** What is to be stored anew: the words are known, but not by the stored positions. */
  readonly mended: ReadonlyMap<string, NotePlace>;
}

/** What is remembered of a note from one look to the next. */
interface Known {
  readonly stretch: Stretch | null;
  /** The words as they were last seen, and what was around them, once they are gone: they may come back elsewhere. */
  readonly gone: PassageAnchor | null;
}

/**
 * Follows the words of notes through the edits of a draft. Yjs's positions follow writing; where a text is taken apart (split, joined,
 * made a list or link) they are lost, and the words are found by comparing the text with what it was a moment ago, and only
 * then by their quote. Words that may be somewhere else, but not surely, are gone.
 */
export class CommentFollower {
  readonly #lines: DraftLines;
  #before: string | null = null;
  #known: ReadonlyMap<string, Known> = new Map();

  constructor(lines: DraftLines) {
    this.#lines = lines;
  }

  /** Looks where the words are now. To be asked soon after each edit. */
  follow(notes: readonly PlacedNote[]): Followed {
    const text = this.#lines.text();
    const step: Step = {
      text,
      before: this.#before,
      change: this.#before === null ? null : textChange(this.#before, text),
      folded: folded(text),
    };
    const known = new Map<string, Known>();
    const mended = new Map<string, NotePlace>();
    for (const { id, place } of notes) {
      const stored = storedStretch(this.#lines, place);
      const now = this.#look(place, stored, this.#known.get(id), step);
      known.set(id, now);
      // A stored end that was deleted comes back when that is undone.
      if (now.stretch === null || (stored !== null && sameStretch(now.stretch, stored))) continue;
      const anew = placeOf(this.#lines, now.stretch);
      if (anew !== null) mended.set(id, anew);
    }
    this.#known = known;
    this.#before = text;
    return { places: new Map([...known].map(([id, { stretch }]) => [id, stretch])), mended };
  }

  #look(place: NotePlace, stored: StoredStretch | null, known: Known | undefined, step: Step): Known {
    const here = ({ start, end }: Stretch): Known => ({ stretch: { start, end }, gone: null });
    if (stored?.isSure === true) return here(stored);
    const last = known?.stretch ?? null;
    const followed = last === null ? null : carried(last, step);
    const left = followed === null ? stored : trimmed(step.text, followed);
    if (left !== null) return here(left);
    const moved = last === null ? null : carriedAway(last, step);
    if (moved !== null) return here(moved);
    const gone = known?.gone ?? this.#anchor(place, last, step);
    const isLookedFor = known !== undefined && known.gone !== null && step.change === null;
    const found = isLookedFor ? null : quoted(gone, step);
    return found === null ? { stretch: null, gone } : here(found);
  }

  /** The words as they were last seen, or else as they were stored. */
  #anchor(place: NotePlace, last: Stretch | null, { before }: Step): PassageAnchor {
    if (last !== null && before !== null) return describePassage(before, last.start, last.end);
    return { quote: place.quote, position: place.position };
  }
}

/** What happened between two looks. */
interface Step {
  readonly text: string;
  readonly before: string | null;
  /** Null where nothing did, or nothing is known of it. */
  readonly change: TextChange | null;
  /** White space taken together. */
  readonly folded: string;
}

/** Where what is left of a stretch is after a change, by the letters on both sides of it; null where it swallowed the stretch. */
function carried({ start, end }: Stretch, { before, change }: Step): Stretch | null {
  if (before === null) return null;
  if (change === null || change.index >= end) return { start, end };
  const { index, remove, insert } = change;
  const by = insert.length - remove;
  if (index + remove <= start) return { start: start + by, end: end + by };
  const [isBeginLeft, isEndLeft] = [start < index, index + remove < end];
  if (!isBeginLeft && !isEndLeft) return null;
  return { start: isBeginLeft ? start : index + insert.length, end: isEndLeft ? end + by : index };
}

/** Words that stood in one place before and stand in one place now were moved there. */
function carriedAway({ start, end }: Stretch, { before, text }: Step): Stretch | null {
  if (before === null) return null;
  const words = before.slice(start, end);
  if (words.length < 4 || !isOnce(words, before) || !isOnce(words, text)) return null;
  const at = text.indexOf(words);
  return { start: at, end: at + words.length };
}

function isOnce(words: string, text: string): boolean {
  const at = text.indexOf(words);
  return at >= 0 && text.indexOf(words, at + 1) < 0;
}

/** Looking for a quote takes its time; without the words there is nothing to look for. */
function quoted(anchor: PassageAnchor, { text, folded: all }: Step): Stretch | null {
  if (!all.includes(folded(anchor.quote.exact))) return null;
  const found = findPassage(text, anchor);
  return found.state === 'exact' || found.state === 'moved' ? { start: found.start, end: found.end } : null;
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function sameStretch(a: Stretch, b: Stretch): boolean {
  return a.start === b.start && a.end === b.end;
}
