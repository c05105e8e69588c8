import { daysInMonth } from './calendar.ts';
import { maskExtent } from './masks.ts';
import type { EdtfPoint } from './types.ts';

/** Years further from year 0 are refused: their milliseconds say nothing any more. */
const maxYear = 1e11;

type Doubt = Pick<EdtfPoint, 'approximate' | 'uncertain'>;

function longYear(digits: string, exponent: string | undefined, significant: string | undefined, doubt: Doubt) {
  const year = Number(digits) * 10 ** Number(exponent ?? 0);
  if (!(Math.abs(year) <= maxYear)) return null;
  return { kind: 'year', year, significant: significant === undefined ? null : Number(significant), ...doubt } as const;
}

/** The first year of the block of `size` years that starts with some digits; before year 0 time runs against the digits. */
function firstOf(sign: string, digits: string, size: number): number {
  return sign === '' ? Number(digits) * size : -(Number(digits) * size + size - 1);
}

function masked(year: string, month: string | null, day: string | null, doubt: Doubt): EdtfPoint | null {
  const sign = year.startsWith('-') ? '-' : '';
  const digits = year.slice(sign.length);
  if (month === null && /^\d{3}X$/.test(digits))
    return { kind: 'decade', first: firstOf(sign, digits.slice(0, 3), 10), ...doubt };
  if (month === null && /^\d{2}XX$/.test(digits))
    return { kind: 'century', first: firstOf(sign, digits.slice(0, 2), 100), ...doubt };
  return maskExtent({ year, month, day }) ? { kind: 'masked', year, month, day, ...doubt } : null;
}

/**
 * Takes one point of an EDTF text apart. Validity is the library's business: here only what it lets pass is refused,
 * which is days that do not exist and years beyond all measure (null).
 */
export function pointFrom(text: string): EdtfPoint | null {
  const doubt = { approximate: /[~%]/.test(text), uncertain: /[?%]/.test(text) };
  const bare = text.replaceAll(/[?~%]/g, '').trim();

  const long = /^Y(-?\d+)(?:E(\d+))?(?:S(\d))?$/.exec(bare) ?? /^(-?\d{4})()?S(\d)$/.exec(bare);
  if (long) return longYear(long[1] ?? '', long[2], long[3], doubt);

  const block = /^(-?)(\d{2,3})$/.exec(bare);
  if (block) {
    const [, sign = '', digits = ''] = block;
    return digits.length === 2
      ? { kind: 'century', first: firstOf(sign, digits, 100), ...doubt }
      : { kind: 'decade', first: firstOf(sign, digits, 10), ...doubt };
  }

  const parts = /^(-?[\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?$/.exec(bare);
  if (!parts) return null;
  const [, yearText = '', monthText = null, dayText = null] = parts;
  if (bare.includes('X')) return masked(yearText, monthText, dayText, doubt);
  const year = Number(yearText);
  if (monthText === null) return { kind: 'year', year, significant: null, ...doubt };
  const month = Number(monthText);
  if (dayText === null)
    return month > 20 ? { kind: 'season', year, season: month, ...doubt } : { kind: 'month', year, month, ...doubt };
  const day = Number(dayText);
  return day <= daysInMonth(year, month) ? { kind: 'day', year, month, day, ...doubt } : null;
}
