import { comparePlaces, datePlace } from '../../dates/index.ts';
import type { DatePlace, StoryDate } from '../../dates/index.ts';
import type { Arranged } from '../../section.ts';

interface Dated {
  readonly date: StoryDate | null;
}

/** One dated event, where its date stands, and the undated ones that follow it in the hand-made order. */
interface Run<E> {
  readonly place: DatePlace;
  readonly members: E[];
}

/**
 * Newest first, as story pages print it. The hand-made order (rank) is kept wherever dates do not decide: an undated
 * event stays right behind the event it follows there, and undated ones before the first dated event stay on top.
 * @param events in rank order
 */
export function arrangeEvents<E extends Arranged>(events: readonly E[]): readonly E[] {
  const top: E[] = [];
  const dated: Run<E>[] = [];
  for (const event of events) {
    const date = dateOf(event);
    if (date !== null) dated.push({ place: datePlace(date), members: [event] });
    else (dated.at(-1)?.members ?? top).push(event);
  }
  // Array.prototype.sort is stable: events of the same date keep their hand-made order.
  dated.sort((a, b) => comparePlaces(b.place, a.place));
  return [top, ...dated.map(({ members }) => members)].flat();
}

function dateOf({ fields }: Arranged): StoryDate | null {
  // The arrangement is only ever asked for entries that have the events' fields.
  return (fields as unknown as Dated).date;
}
