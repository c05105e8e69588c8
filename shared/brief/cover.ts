import { addDays, countdownWords, dateBounds, dateInWords, daysBetween, isIsoDay } from '../story/dates/index.ts';
import type { StoryValues } from '../story/story-fields.ts';
import type { BriefNext } from './brief.ts';

/** "As known on 26 March 2021", or '' where there is no day. */
export function asKnownOn(asOf: string | null): string {
  return asOf === null ? '' : `As known on ${dayInWords(asOf)}`;
}

/** A day in words; '' for none. */
export function dayInWords(day: string | null): string {
  return day === null ? '' : dateInWords({ edtf: day });
}

/** How many sources are known, beside how many the page declared. */
export function sourceWords(known: number, declared: number | null): string {
  if (declared === null || declared <= 0) return known === 0 ? '' : counted(known, 'source');
  if (known === 0) return `${counted(declared, 'source')} declared, none listed`;
  return known > declared
    ? `${counted(known, 'source')}, ${declared} declared`
    : `${known} of ${declared} sources declared`;
}

/** "3 disputed points"; '' for none. */
export function disputedWords(count: number): string {
  return count === 0 ? '' : counted(count, 'disputed point');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/**
 * The next expected event with its countdown, counted from the day the brief is as known on. The days printed on a page
 * count from the day it was captured.
 */
export function nextEvent(story: StoryValues, asOf: string | null): BriefNext | null {
  const title = story.nextTitle.trim();
  if (title === '') return null;
  const day = expectedDay(story);
  if (day !== null && asOf !== null) return { title, when: countdownWords(daysBetween(asOf, day)) };
  if (story.nextDate !== null) return { title, when: `Expected ${dateInWords(story.nextDate)}` };
  return { title, when: story.nextInDays === null ? 'Next' : countdownWords(Math.round(story.nextInDays)) };
}

/** The one day on which the event is expected; null where it is a month, a guess or not known. */
function expectedDay({ nextDate, nextInDays, capturedOn }: StoryValues): string | null {
  if (nextDate !== null) {
    return dateBounds(nextDate.edtf)?.precision === 'day' && isIsoDay(nextDate.edtf) ? nextDate.edtf : null;
  }
  return nextInDays === null || capturedOn === null ? null : dayAfter(capturedOn, Math.round(nextInDays));
}

function dayAfter(day: string, days: number): string | null {
  try {
    return addDays(day, days);
  } catch {
    // A page may print any number of days; one that leads out of the calendar has no day.
    return null;
  }
}
