import { countdownWords, daysBetween, isIsoDay } from '../../shared/story/dates/index.ts';
import type { StoryDate } from '../../shared/story/dates/index.ts';

/** "In 2 days", as seen on `today` (`YYYY-MM-DD`); null where the date is not one known day that could be counted down to. */
export function countdownTo({ edtf }: StoryDate, today: string): string | null {
  return isIsoDay(edtf) ? countdownWords(daysBetween(today, edtf)) : null;
}
