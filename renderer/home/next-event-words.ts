import { countdownWords, dateBounds, dateInWords, daysBetween } from '../../shared/story/dates/index.ts';
import type { NotebookInfo } from '../persistence/library-entry.ts';

type NextEvent = NonNullable<NotebookInfo['next']>;

/** When a notebook's next event is expected, as seen on `today` (`YYYY-MM-DD`); '' where that is not known. */
export function nextEventWords({ date }: NextEvent, today: string): string {
  if (date === null) return '';
  const bounds = dateBounds(date.edtf);
  // Only what falls on one known day can be counted down to.
  if (bounds?.precision !== 'day' || bounds.start === null) return date.words ?? dateInWords(date);
  return countdownWords(daysBetween(today, new Date(bounds.start).toISOString().slice(0, 10)));
}
