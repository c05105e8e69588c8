import { daysInMonth } from './calendar.ts';

/** "Early", "mid" and "late", which EDTF has no sign for: they are stored as intervals. */
export type Part = 'early' | 'mid' | 'late';

const parts: readonly Part[] = ['early', 'mid', 'late'];

/** First and last of the numbers that a part of something covers, both included. */
type PartRange = Readonly<Record<Part, readonly [number, number]>>;

/** Thirds of a year, in months. */
export const partsOfYear: PartRange = { early: [1, 4], mid: [5, 8], late: [9, 12] };
/** Of the ten years of a decade, counted from 0. */
export const partsOfDecade: PartRange = { early: [0, 3], mid: [4, 6], late: [7, 9] };
/** Of the hundred years of a century, counted from 0. */
export const partsOfCentury: PartRange = { early: [0, 32], mid: [33, 66], late: [67, 99] };

/** The days of a month's first ten days, second ten days, and rest. */
export function partOfMonth(year: number, month: number, part: Part): readonly [number, number] {
  return part === 'early' ? [1, 10] : part === 'mid' ? [11, 20] : [21, daysInMonth(year, month)];
}

/** The part of a month that runs exactly from one day to another, if there is one. */
export function partFromDays(year: number, month: number, first: number, last: number): Part | undefined {
  return parts.find((part) => {
    const [from, to] = partOfMonth(year, month, part);
    return from === first && to === last;
  });
}
