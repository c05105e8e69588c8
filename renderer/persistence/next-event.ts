import { addDays } from '../../shared/story/dates/index.ts';
import type { StoryDate } from '../../shared/story/dates/index.ts';
import type { StoryValues } from '../../shared/story/story-fields.ts';

/** What a notebook waits for, and when as far as that is known. */
export interface NextEvent {
  readonly title: string;
  readonly date: StoryDate | null;
}

/** The next expected event of a story: on its own date, or as many days after the page was captured as the page says. */
export function nextEventOf(story: StoryValues): NextEvent | null {
  const { nextTitle, nextDate, nextInDays, capturedOn } = story;
  if (nextTitle === '') return null;
  if (nextDate !== null || capturedOn === null || nextInDays === null) return { title: nextTitle, date: nextDate };
  return { title: nextTitle, date: { edtf: addDays(capturedOn, nextInDays) } };
}
