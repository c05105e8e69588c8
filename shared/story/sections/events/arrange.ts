import { compareDates } from '../../dates/index.ts';
import type { StoryDate } from '../../dates/index.ts';
import type { Entry } from '../../entry.ts';
import type { FieldSet } from '../../fields.ts';

interface Dated {
  readonly date: StoryDate | null;
}

/** One dated event and the undated ones that follow it in the hand-made order. */
interface Run<E> {
  readonly lead: E | null;
  readonly members: E[];
}

/**
 * Newest first, as story pages print it. The hand-made order (rank) is kept wherever dates do not decide: an undated
 * event stays right behind the event it follows there, and undated ones before the first dated event stay on top.
 * @param events in rank order
 */
export function arrangeEvents<F extends FieldSet>(events: readonly Entry<F>[]): readonly Entry<F>[] {
  const runs: Run<Entry<F>>[] = [{ lead: null, members: [] }];
  for (const event of events) {
    if (dateOf(event) !== null) runs.push({ lead: event, members: [] });
    else runs.at(-1)?.members.push(event);
  }
  const [top, ...dated] = runs;
  // Array.prototype.sort is stable: events of the same date keep their hand-made order.
  dated.sort((a, b) => newestFirst(dateOf(a.lead), dateOf(b.lead)));
  return [
    ...(top?.members ?? []),
    ...dated.flatMap((run) => (run.lead === null ? run.members : [run.lead, ...run.members])),
  ];
}

function dateOf(event: Entry | null): StoryDate | null {
  // The arrangement is only ever asked for entries that have the events' fields.
  return event === null ? null : (event.fields as unknown as Dated).date;
}

function newestFirst(a: StoryDate | null, b: StoryDate | null): number {
  return a === null || b === null ? 0 : compareDates(b, a);
}
