import { daysInMonth, isoDay, isoMonth, isoYear } from './calendar.ts';
import type { Dated } from './complete.ts';
import { partOfMonth, partsOfCentury, partsOfDecade, partsOfYear } from './parts.ts';
import { seasonMonths } from './seasons.ts';

/** How something dated is written in EDTF. */
export interface Extent {
  /** Its first and last point, which is what an interval can hold. */
  readonly from: string;
  readonly to: string;
  /** What it is by itself: a point, or null where only the interval from `from` to `to` says it. */
  readonly point: string | null;
  /** The point in the form that takes `?`, `~` or `%`; null where EDTF has none. */
  readonly markable: string | null;
}

const single = (point: string): Extent => ({ from: point, to: point, point, markable: point });
const interval = (from: string, to: string): Extent => ({ from, to, point: null, markable: null });

/** The extent of something dated, or null for a day that does not exist. */
export function extentOf(dated: Dated): Extent | null {
  switch (dated.kind) {
    case 'day':
      return dated.day <= daysInMonth(dated.year, dated.month) ? single(isoDay(dated)) : null;
    case 'month': {
      const { year, month, part } = dated;
      if (part === null) return single(isoMonth(year, month));
      const [first, last] = partOfMonth(year, month, part);
      return interval(isoDay({ year, month, day: first }), isoDay({ year, month, day: last }));
    }
    case 'year': {
      if (dated.part === null) return single(isoYear(dated.year));
      const [first, last] = partsOfYear[dated.part];
      return interval(isoMonth(dated.year, first), isoMonth(dated.year, last));
    }
    case 'season': {
      const { from, to } = seasonMonths(dated.year, dated.season);
      const point = `${isoYear(dated.year)}-${dated.season}`;
      return { from: isoMonth(from.year, from.month), to: isoMonth(to.year, to.month), point, markable: null };
    }
    case 'decade': {
      if (dated.part !== null) return years(dated.first, partsOfDecade[dated.part]);
      const digits = isoYear(dated.first).slice(0, -1);
      return { ...years(dated.first, [0, 9]), point: `${digits}X`, markable: digits };
    }
    case 'century': {
      if (dated.part !== null) return years(dated.first, partsOfCentury[dated.part]);
      const digits = isoYear(dated.first).slice(0, -2);
      // Programs differ in what they take the bare digits of a century before year 0 to mean.
      return { ...years(dated.first, [0, 99]), point: `${digits}XX`, markable: dated.first < 0 ? null : digits };
    }
    case 'within': {
      const month = dated.month === null ? `${isoYear(dated.year)}-XX` : isoMonth(dated.year, dated.month);
      return { ...single(dated.unit === 'day' ? `${month}-XX` : month), markable: null };
    }
  }
}

function years(first: number, [from, to]: readonly [number, number]): Extent {
  return interval(isoYear(first + from), isoYear(first + to));
}
