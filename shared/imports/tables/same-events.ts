import { dateBounds } from '../../story/dates/index.ts';
import type { StoryDate } from '../../story/dates/index.ts';
import { normalised } from '../../story/section.ts';

/** An event of the notebook, or of a row further up. */
export interface KnownEvent {
  /** The event's id; null for a row of the same table. */
  readonly id: string | null;
  readonly title: string;
  readonly date: StoryDate | null;
  /** The row's line; 0 for an event of the notebook. */
  readonly line: number;
}

/** Finds events that say the same: by id, or by the same title at what may be the same time. */
export class SameEvents {
  readonly #byId = new Map<string, KnownEvent>();
  readonly #byTitle = new Map<string, KnownEvent[]>();

  add(event: KnownEvent): void {
    if (event.id !== null) this.#byId.set(event.id, event);
    const title = normalised(event.title);
    if (title === '') return;
    const known = this.#byTitle.get(title);
    if (known === undefined) this.#byTitle.set(title, [event]);
    // A thousand rows of one title need not all be compared with each other.
    else if (known.length < 100) known.push(event);
  }

  /** The event that a row repeats; null where it is new. */
  find(title: string, date: StoryDate | null, id: string): KnownEvent | null {
    const same = this.#byId.get(id);
    if (same !== undefined) return same;
    const known = this.#byTitle.get(normalised(title)) ?? [];
    return known.find((event) => mayBeOneTime(event.date, date)) ?? null;
  }
}

/** Whether two dates have a day in common; where one is not known, they may. */
function mayBeOneTime(a: StoryDate | null, b: StoryDate | null): boolean {
  if (a === null || b === null || a.edtf === b.edtf) return true;
  const [first, second] = [dateBounds(a.edtf), dateBounds(b.edtf)];
  if (first === null || second === null) return false;
  const before = (end: number | null, start: number | null): boolean => end !== null && start !== null && end <= start;
  return !before(first.end, second.start) && !before(second.end, first.start);
}
