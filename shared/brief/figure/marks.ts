import type { BriefEvent } from '../../story/brief-block.ts';
import { dateBounds, parseClock } from '../../story/dates/index.ts';
import type { DateBounds } from '../../story/dates/index.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** A dated event on the axis. Times are UTC milliseconds. */
export interface Mark {
  readonly title: string;
  /** First and last moment; equal for a point. Null where the date has no beginning or no end. */
  readonly from: number | null;
  readonly to: number | null;
  /** The date is approximate or uncertain: drawn without hard ends. */
  readonly soft: boolean;
  readonly expected: boolean;
  /** A plain event rather than a statement, an allegation or a forecast. */
  readonly plain: boolean;
}

/** The events that have a place on an axis, in order of time. */
export function marksOf(events: readonly BriefEvent[]): readonly Mark[] {
  return events
    .map(mark)
    .filter((one) => one !== null)
    .sort((a, b) => startOf(a) - startOf(b));
}

/** Where a mark begins; what has no beginning begins where it ends. */
export function startOf({ from, to }: Mark): number {
  return from ?? to ?? 0;
}

/** Where a mark ends; what has no end ends where it begins. */
export function endOf({ from, to }: Mark): number {
  return to ?? from ?? 0;
}

function mark(event: BriefEvent): Mark | null {
  const bounds = event.date === null ? null : dateBounds(event.date.edtf);
  if (bounds === null || (bounds.start === null && bounds.end === null)) return null;
  const { title, expected } = event;
  return {
    title,
    expected,
    plain: event.nature === '',
    soft: bounds.approximate || bounds.uncertain,
    ...extent(bounds, event),
  };
}

function extent(bounds: DateBounds, { clock }: BriefEvent): Pick<Mark, 'from' | 'to'> {
  if (bounds.precision !== 'day' || bounds.start === null || bounds.approximate || bounds.uncertain)
    return { from: bounds.start, to: bounds.end };
  const at = bounds.start + timeOfDay(clock);
  return { from: at, to: at };
}

/** A day without a clock time is marked at its noon. Zones are left aside: they would move a mark by less than a dot. */
function timeOfDay(clock: string): number {
  const time = /^(\d{2}):(\d{2})$/.exec(parseClock(clock)?.time ?? '');
  return time === null ? day / 2 : Number(time[1]) * hour + Number(time[2]) * 60_000;
}
