import { textChange } from '../../shared/story/text-change.ts';

/** How many letters beside the caret are looked for, the surest first. */
const contexts = [24, 12, 6, 4];

/**
 * Where an offset in one text lies in another. Text changed ahead of it moves it, text behind it does not; where changes lie
 * on both sides it stays beside the letters it stood beside, if these are there once.
 */
export function movedOffset(offset: number, before: string, after: string): number {
  const change = textChange(before, after);
  if (change === null || offset <= change.index) return offset;
  const end = change.index + change.remove;
  if (offset >= end) return offset + change.insert.length - change.remove;
  for (const length of contexts) {
    const left = before.slice(Math.max(change.index, offset - length), offset);
    const right = before.slice(offset, Math.min(end, offset + length));
    if (isOnce(change.insert, left)) return change.index + change.insert.indexOf(left) + left.length;
    if (isOnce(change.insert, right)) return change.index + change.insert.indexOf(right);
  }
  return change.index + change.insert.length;
}

function isOnce(text: string, part: string): boolean {
  const at = text.indexOf(part);
  return part.length >= 2 && at >= 0 && text.indexOf(part, at + 1) < 0;
}
