import { localDay } from '../fields/index.ts';
import { dateWords } from './day-words.ts';

/** From where on changes are news: the last row that was looked at, or a moment (milliseconds since 1970). */
export type Since =
  | { readonly type: 'looked'; readonly row: number }
  | { readonly type: 'kept'; readonly kept: number; readonly words: string };

/** What is offered to look back to; `looked` and a day of one's own come beside these. */
export const sinceChoices = [
  { id: 'yesterday', words: 'Yesterday', days: 1 },
  { id: 'week', words: 'A week ago', days: 7 },
  { id: 'month', words: 'A month ago', days: 30 },
] as const;

/** The beginning of the day so many days before today, where the person is. */
export function daysAgo(days: number, now: Date): Since {
  const then = new Date(now.getFullYear(), now.getMonth(), now.getDate() - days);
  return { type: 'kept', kept: then.getTime(), words: days === 1 ? 'yesterday' : dateWords(then.getTime()) };
}

/** The beginning of a calendar day (`YYYY-MM-DD`). */
export function sinceDay(day: string): Since {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const kept = new Date(year, month - 1, date).getTime();
  return { type: 'kept', kept, words: day === localDay(new Date()) ? 'this morning' : dateWords(kept) };
}

/** "What changed since you last looked", "What changed since 3 March 2026". */
export function sinceWords(since: Since): string {
  return since.type === 'looked' ? 'What changed since you last looked' : `What changed since ${since.words}`;
}
