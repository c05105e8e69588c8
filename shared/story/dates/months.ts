/** Names of months and weekdays in English. */

// prettier-ignore
const longMonths = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
] as const;

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const otherMonthSpellings: readonly (readonly [string, number])[] = [['sept', 9]];
const otherWeekdaySpellings: readonly (readonly [string, number])[] = [
  ['tues', 1],
  ['weds', 2],
  ['thur', 3],
  ['thurs', 3],
];

const monthNumbers = new Map<string, number>([
  ...longMonths.map((name, index) => [name.toLowerCase(), index + 1] as const),
  ...longMonths.map((name, index) => [name.slice(0, 3).toLowerCase(), index + 1] as const),
  ...otherMonthSpellings,
]);

const weekdayNumbers = new Map<string, number>([
  ...weekdays.map((name, index) => [name, index] as const),
  ...weekdays.map((name, index) => [name.slice(0, 3), index] as const),
  ...otherWeekdaySpellings,
]);

/** The name of a month 1 to 12: "January", or "Jan" when short. */
export function monthName(month: number, short: boolean): string {
  const name = longMonths[month - 1] ?? '';
  return short ? name.slice(0, 3) : name;
}

/** The month 1 to 12 that a lower-case word names in full or in short. */
export function monthOf(word: string): number | undefined {
  return monthNumbers.get(word);
}

/** Whether a lower-case word is a month's full name, which few other words are. */
export function isFullMonthName(word: string): boolean {
  return word.length > 4 ? monthNumbers.has(word) : word === 'may' || word === 'june' || word === 'july';
}

/** The weekday, 0 for Monday, that a lower-case word names in full or in short. */
export function weekdayOf(word: string): number | undefined {
  return weekdayNumbers.get(word);
}
