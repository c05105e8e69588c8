import type { Contested } from '../../../shared/story/entry.ts';

/** Who deleted an entry that somebody was editing, in a sentence without its end. `you`: one's own name, '' while unknown. */
export function contestedWords({ by, at }: Contested, you: string): string {
  const who = by === '' ? 'Somebody' : by === you ? 'You' : by;
  if (at === null) return `${who} took back adding this while it was being edited`;
  return `${who} deleted this while it was being edited`;
}

/** The same in a few words, for rows. */
export function contestedMark({ by, at }: Contested, you: string): string {
  const who = by === '' ? 'somebody' : by === you ? 'you' : by;
  return at === null ? `Taken back by ${who}` : `Deleted by ${who}`;
}
