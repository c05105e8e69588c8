import { textChange } from '../../shared/story/text-change.ts';
import type { TextChange } from '../../shared/story/text-change.ts';

/**
 * What somebody is typing, carried over to a text that changed underneath: theirs and ours are both in the result.
 * Where both replaced the same words, they are gone once and both insertions stand, ours first.
 * @param base the text both started from
 * @param local what was typed here, not stored yet
 * @param stored what the notebook holds now
 */
export function rebaseText(base: string, local: string, stored: string): string {
  // Our own words come back from the store: nothing to carry over.
  if (local === stored) return local;
  const ours = textChange(base, local);
  const theirs = textChange(base, stored);
  if (ours === null) return stored;
  if (theirs === null) return local;
  const [first, second] = endOf(ours) <= theirs.index ? [ours, theirs] : [theirs, ours];
  if (endOf(first) <= second.index) {
    return base.slice(0, first.index) + first.insert + base.slice(endOf(first), second.index) + tail(base, second);
  }
  // Theirs is one stretch from their first change to their last, and ours lies in it: look for the words around ours.
  const at = placeOf(ours, base, stored);
  if (at !== null) {
    const removed = base.slice(ours.index, endOf(ours));
    const skip = stored.startsWith(removed, at) ? removed.length : 0;
    return stored.slice(0, at) + ours.insert + stored.slice(at + skip);
  }
  const start = Math.min(ours.index, theirs.index);
  const end = Math.max(endOf(ours), endOf(theirs));
  return base.slice(0, start) + ours.insert + theirs.insert + base.slice(end);
}

/** How many letters around a change are looked for, the surest first. */
const contexts = [32, 16, 8];

/** Where a change to `base` belongs in another text: beside the same words, where these stand there once. */
function placeOf(change: TextChange, base: string, other: string): number | null {
  for (const length of contexts) {
    const before = base.slice(Math.max(0, change.index - length), change.index);
    if (before.length === length && standsOnce(other, before)) return other.indexOf(before) + length;
    const after = base.slice(change.index, change.index + length);
    if (after.length === length && standsOnce(other, after)) return other.indexOf(after);
  }
  return null;
}

function standsOnce(text: string, part: string): boolean {
  const at = text.indexOf(part);
  return at >= 0 && text.indexOf(part, at + 1) < 0;
}

/** Where an offset in `before` lies in `after`: text changed ahead of it moves it, text behind it does not. */
export function moveOffset(offset: number, before: string, after: string): number {
  const change = textChange(before, after);
  if (change === null || offset <= change.index) return offset;
  if (offset >= endOf(change)) return offset + change.insert.length - change.remove;
  return placeOf({ index: offset, remove: 0, insert: '' }, before, after) ?? change.index + change.insert.length;
}

function endOf(change: TextChange): number {
  return change.index + change.remove;
}

function tail(base: string, change: TextChange): string {
  return change.insert + base.slice(endOf(change));
}
