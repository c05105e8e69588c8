import {
  addDays,
  countdownWords,
  dateBounds,
  dateInWords,
  daysBetween,
  isIsoDay,
} from '../../shared/story/dates/index.ts';
import type { StoryDate } from '../../shared/story/dates/index.ts';

/** What a story says about its next expected event. */
export interface NextEvent {
  /** The day the page was captured; countdowns count from it. */
  readonly capturedOn: string | null;
  readonly date: StoryDate | null;
  /** Days ahead as printed on the page. */
  readonly inDays: number | null;
}

/** The countdown in words, and what is to be said about it today. */
export interface Countdown {
  /** "In 2 days"; "Expected early April 2021" where the day is not known to the day; '' where nothing is said. */
  readonly words: string;
  /** The day meant, where it is known to the day. */
  readonly day: string | null;
  /** "That was 28 March 2021, 5 days ago"; '' while it is still ahead. */
  readonly passed: string;
}

/**
 * Counts down from the day of capture, as the page does, and says when the day has passed meanwhile.
 * @param today the person's own calendar day
 */
export function countdown({ capturedOn, date, inDays }: NextEvent, today: string): Countdown {
  const day = dayOf({ capturedOn, date, inDays });
  if (day === null) {
    const vague = date === null ? '' : `Expected ${dateInWords(date)}`;
    // Without the day of capture nobody knows which day is meant: the printed words are all there is.
    const printed = date === null && inDays !== null ? countdownWords(inDays) : vague;
    return { words: printed, day: null, passed: date === null ? '' : passedWords(lastDay(date), today) };
  }
  const countFrom = capturedOn !== null && isIsoDay(capturedOn) ? capturedOn : null;
  const words = countFrom === null ? dateInWords({ edtf: day }) : countdownWords(daysBetween(countFrom, day));
  return { words, day, passed: passedWords(day, today) };
}

function dayOf({ capturedOn, date, inDays }: NextEvent): string | null {
  if (date !== null) return isIsoDay(date.edtf) ? date.edtf : null;
  return capturedOn === null || inDays === null ? null : dayAfter(capturedOn, inDays);
}

function lastDay(date: StoryDate): string | null {
  const end = dateBounds(date.edtf)?.end ?? null;
  return end === null ? null : dayAfter('1970-01-01', end / dayMs - 1);
}

/** Null where the day falls out of the calendar's years: a stored number can be anything. */
function dayAfter(day: string, days: number): string | null {
  try {
    return addDays(day, days);
  } catch {
    return null;
  }
}

/** Milliseconds in a day. */
const dayMs = 86_400_000;

function passedWords(day: string | null, today: string): string {
  if (day === null || day >= today) return '';
  return `That was ${dateInWords({ edtf: day })}, ${countdownWords(daysBetween(today, day)).toLowerCase()}`;
}
