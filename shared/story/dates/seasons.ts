/** The divisions of a year that EDTF numbers 21 to 41, and the months each one covers. */

interface Season {
  /** What stands before the year. */
  readonly name: string;
  /** What stands after the year. */
  readonly suffix: string;
  readonly firstMonth: number;
  readonly months: number;
}

const northern: readonly (readonly [string, number])[] = [
  ['spring', 3],
  ['summer', 6],
  ['autumn', 9],
  ['winter', 12],
];
const southernFirstMonths = [9, 12, 3, 6] as const;
const ordinals = ['first', 'second', 'third', 'fourth'] as const;

const seasons = new Map<number, Season>();
northern.forEach(([name, firstMonth], index) => {
  seasons.set(21 + index, { name, suffix: '', firstMonth, months: 3 });
  seasons.set(25 + index, { name, suffix: ' (northern hemisphere)', firstMonth, months: 3 });
  const south = southernFirstMonths[index] ?? 9;
  seasons.set(29 + index, { name, suffix: ' (southern hemisphere)', firstMonth: south, months: 3 });
});
ordinals.forEach((ordinal, index) => {
  seasons.set(33 + index, { name: `${ordinal} quarter of`, suffix: '', firstMonth: 1 + index * 3, months: 3 });
  if (index < 3)
    seasons.set(37 + index, { name: `${ordinal} third of`, suffix: '', firstMonth: 1 + index * 4, months: 4 });
  if (index < 2)
    seasons.set(40 + index, { name: `${ordinal} half of`, suffix: '', firstMonth: 1 + index * 6, months: 6 });
});

const seasonWords = new Map([
  ['spring', 0],
  ['summer', 1],
  ['autumn', 2],
  ['fall', 2],
  ['winter', 3],
]);

const divisionWords = new Map([
  ['quarter', { base: 33, count: 4 }],
  ['third', { base: 37, count: 3 }],
  ['half', { base: 40, count: 2 }],
]);

/** First and last month of a season in a year. A winter that starts in December ends in the next year. */
export function seasonMonths(
  year: number,
  season: number,
): { readonly from: { year: number; month: number }; readonly to: { year: number; month: number } } {
  const { firstMonth, months } = seasons.get(season) ?? { firstMonth: 1, months: 12 };
  const last = firstMonth + months - 2;
  return { from: { year, month: firstMonth }, to: { year: year + Math.floor(last / 12), month: (last % 12) + 1 } };
}

/** "spring 2026", "winter 2025–26", "first quarter of 2026". `yearWords` is the year as words. */
export function seasonInWords(year: number, season: number, yearWords: string): string {
  const found = seasons.get(season);
  if (!found) return yearWords;
  const crosses = found.firstMonth + found.months > 13 && year >= 1000 && year < 9999;
  const next = crosses ? `–${String((year + 1) % 100).padStart(2, '0')}` : '';
  return `${found.name} ${yearWords}${next}${found.suffix}`;
}

/** Spring to winter as 0 to 3, for a lower-case word. */
export function seasonOf(word: string): number | undefined {
  return seasonWords.get(word);
}

/** The EDTF number of "first quarter", "second half" and the like; undefined where a year has no such part. */
export function divisionOf(index: number, word: string): number | undefined {
  const division = divisionWords.get(word);
  return division && index >= 0 && index < division.count ? division.base + index : undefined;
}

/** 0 for "first" to 3 for "fourth". "last" depends on what it divides and is not read. */
export function ordinalOf(word: string): number {
  return ordinals.findIndex((ordinal) => ordinal === word);
}
