import { countdownWords, daysBetween, isIsoDay } from '../../shared/story/dates/index.ts';
import type { StoryDate } from '../../shared/story/dates/index.ts';

/** How long after its day an event is still spoken of in days. */
const mostDaysAgo = 7;

/**
 * "In 2 days", as seen on `today` (`YYYY-MM-DD`). Null where the date is not one known day that could be counted down to,
 * and where that day is long past.
 */
export function countdownTo({ edtf }: StoryDate, today: string): string | null {
  if (!isIsoDay(edtf)) return null;
  const days = daysBetween(today, edtf);
  return days < -mostDaysAgo ? null : countdownWords(days);
}
