import { isIsoDay } from '../../shared/story/dates/index.ts';
import type { StoryDate } from '../../shared/story/dates/index.ts';

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/**
 * When something is or was expected, for a date that is a plain day: what `ExpectedWords` says, without the reading of all other dates. Null
 * for those.
 */
export function expectedDay({ edtf, words }: StoryDate, today: string): string | null {
  if (!isIsoDay(edtf)) return null;
  return `${expectedWord(edtf < today)} ${words ?? day.format(Date.parse(edtf))}`;
}

/** How it is begun to say when something was or is to be. */
export function expectedWord(isPast: boolean): string {
  return isPast ? 'Was expected' : 'Expected';
}
