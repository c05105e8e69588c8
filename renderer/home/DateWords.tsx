import { dateInWords } from '../../shared/story/dates/index.ts';
import type { StoryDate } from '../../shared/story/dates/index.ts';

/** A date of any kind in words: those it was given in, or those it is written with. */
export function DateWords({ date }: { readonly date: StoryDate }) {
  return date.words ?? dateInWords(date);
}
