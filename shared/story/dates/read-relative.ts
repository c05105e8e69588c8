import { civilDay, dayNumber, isoDay, isoMonth, isoYear, parseIsoDay, weekday } from './calendar.ts';
import { weekdayOf } from './months.ts';
import { skip } from './read-parts.ts';
import type { Token } from './tokens.ts';
import { isAt, numberAt } from './tokens.ts';

const dayWords = new Map([
  ['yesterday', -1],
  ['today', 0],
  ['tomorrow', 1],
  ['the day before yesterday', -2],
  ['the day after tomorrow', 2],
]);

const directions = new Map([
  ['last', -1],
  ['this', 0],
  ['next', 1],
]);

const small = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

function countAt(tokens: readonly Token[], index: number): number | null {
  if (isAt(tokens, index, 'a', 'an')) return 1;
  const word = small.indexOf(tokens[index]?.text ?? '');
  return word >= 0 ? word : numberAt(tokens, index, 1, 4);
}

const dayAt = (number: number): string => isoDay(civilDay(number));

/** The unit as precise as it is said: days and weeks give a day, months a month, years a year. */
function shifted(today: number, count: number, unit: string): string | null {
  const { year, month } = civilDay(today);
  switch (unit.endsWith('s') ? unit.slice(0, -1) : unit) {
    case 'day':
      return dayAt(today + count);
    case 'week':
      return dayAt(today + 7 * count);
    case 'month': {
      const months = year * 12 + month - 1 + count;
      return isoMonth(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1);
    }
    case 'year':
      return isoYear(year + count);
    default:
      return null;
  }
}

/** "next Friday" is the first after today, "last Friday" the last before, "this Friday" the next or today. */
function aroundToday(today: number, direction: number, word: string): string | null {
  if (word === 'week') {
    const monday = today - weekday(today) + 7 * direction;
    return `${dayAt(monday)}/${dayAt(monday + 6)}`;
  }
  const wanted = weekdayOf(word);
  if (wanted === undefined) return word === 'month' || word === 'year' ? shifted(today, direction, word) : null;
  const ahead = (wanted - weekday(today) + 7) % 7;
  if (direction < 0) return dayAt(today + ahead - 7);
  return dayAt(today + (ahead === 0 && direction > 0 ? 7 : ahead));
}

/**
 * Reads words that count from `today`: "yesterday", "in 3 days", "two weeks ago", "next Friday", "last month".
 * @returns the EDTF, or null if the tokens say anything else
 */
export function readRelative(tokens: readonly Token[], today: string): string | null {
  const day = parseIsoDay(today);
  const offset = dayWords.get(tokens.map(({ text }) => text).join(' '));
  if (day === null) return null;
  const now = dayNumber(day);
  if (offset !== undefined) return dayAt(now + offset);

  const direction = directions.get(tokens[0]?.text ?? '');
  if (direction !== undefined) return tokens.length === 2 ? aroundToday(now, direction, tokens[1]?.text ?? '') : null;

  const ahead = isAt(tokens, 0, 'in');
  const at = skip(tokens, 0, 'in');
  const count = countAt(tokens, at);
  const ago = isAt(tokens, at + 2, 'ago');
  const fromNow = isAt(tokens, at + 2, 'from') && isAt(tokens, at + 3, 'now');
  const length = at + 2 + (fromNow ? 2 : ago ? 1 : 0);
  if (count === null || tokens.length !== length || [ahead, ago, fromNow].filter(Boolean).length !== 1) return null;
  return shifted(now, ago ? -count : count, tokens[at + 1]?.text ?? '');
}
