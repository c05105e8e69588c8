import { parseEdtf, readDateWords } from '../../story/dates/index.ts';
import type { StoryDate } from '../../story/dates/index.ts';
import type { DateRules } from './date-cells.ts';
import type { Target } from './targets.ts';

interface Cells {
  readonly rules: DateRules;
  readonly doubts: string[];
  readonly notes: string[];
  one(target: Target): string;
  named(target: Target): readonly string[];
}

/**
 * A date whose year, month and day stand in columns of their own. Years before our era are negative, as in TimelineJS, where there is no
 * year 0; months are numbers or names. Null where they
 * are empty, or are no date: that is said, and kept.
 */
export function partsOf(row: Cells, targets: readonly [year: Target, month: Target, day: Target]) {
  const [year, month, day] = targets.map((target) => row.one(target).trim());
  if ([year, month, day].every((part) => part === undefined || part === '')) return null;
  const edtf = edtfOf(year ?? '', month ?? '', day ?? '', row.rules.today);
  if (edtf !== null) return { date: { edtf } satisfies StoryDate, time: '', zone: '' };
  for (const target of targets) row.notes.push(...row.named(target));
  const words = [day, month, year].filter((part) => part !== undefined && part !== '').join(' ');
  row.doubts.push(`“${words.slice(0, 80)}” cannot be read as a date: the words are kept in the description.`);
  return null;
}

function edtfOf(year: string, month: string, day: string, today: string): string | null {
  const written = /^-?\d{1,6}$/.test(year) ? Number(year) : null;
  if (written === null) {
    const read = readDateWords([day, month, year].filter((part) => part !== '').join(' '), { today });
    return read?.kind === 'date' && !read.inferredYear ? read.date.edtf : null;
  }
  const astronomical = written < 0 ? written + 1 : written;
  const digits = String(Math.abs(astronomical)).padStart(4, '0');
  const sign = astronomical < 0 ? '-' : '';
  const number = monthNumber(month, today);
  if (number === null || (number === '' && day !== '')) return null;
  const whole = digits.length > 4 ? `Y${sign}${digits}` : `${sign}${digits}`;
  const edtf = [whole, number, day.replace(/(?:st|nd|rd|th)$/i, '').padStart(day === '' ? 0 : 2, '0')]
    .filter((part) => part !== '')
    .join('-');
  return parseEdtf(edtf) === null ? null : edtf;
}

/** Two digits; '' where there is no month, null where it is none. */
function monthNumber(month: string, today: string): string | null {
  if (month === '') return '';
  if (/^\d{1,2}$/.test(month)) return month.padStart(2, '0');
  const read = readDateWords(`${month} 2000`, { today });
  const found = read?.kind === 'date' ? /^2000-(\d{2})$/.exec(read.date.edtf)?.[1] : undefined;
  return found ?? null;
}
