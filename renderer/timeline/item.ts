import { dateBounds } from '../../shared/story/dates/index.ts';
import type { DateBounds } from '../../shared/story/dates/index.ts';
import type { EntryOf } from '../../shared/story/sections.ts';

/** An event as the timeline needs it: what is drawn and what is filtered by. */
export interface TimelineItem {
  readonly id: string;
  readonly title: string;
  readonly category: string;
  readonly expected: boolean;
  /** Null for an undated event. */
  readonly bounds: DateBounds | null;
  /** `people/…` and `organizations/…` that the event names as actors. */
  readonly actors: readonly string[];
  /** Title, category and description in lower case. */
  readonly words: string;
}

/** Reads an event. Pure. */
export function itemOf(event: EntryOf<'events'>): TimelineItem {
  const { title, category, text, date, expected, actors } = event.fields;
  return {
    id: event.id,
    title: title || 'Untitled event',
    category,
    expected: expected === 'expected',
    bounds: date === null ? null : dateBounds(date.edtf),
    actors: actors.map((actor) => `${actor.kind}/${actor.id}`),
    words: `${title}\n${category}\n${text}`.toLowerCase(),
  };
}
