import { monthName } from './months.ts';
import { partFromDays } from './parts.ts';
import { dayOfMonthInWords, doubtInWords, plainPointInWords, pointInWords, yearInWords } from './point-words.ts';
import type { EdtfEnd, EdtfMember, EdtfPoint, EdtfValue } from './types.ts';

type SetValue = Extract<EdtfValue, { kind: 'set' }>;

/** Two points with a dash between them and nothing said twice; null where a dash would mislead. */
function dashed(from: EdtfPoint, to: EdtfPoint, short: boolean): string | null {
  if (from.kind === 'day' && to.kind === 'day' && from.year === to.year) {
    const year = yearInWords(from.year);
    if (from.month !== to.month) return `${dayOfMonthInWords(from, short)} – ${dayOfMonthInWords(to, short)} ${year}`;
    const month = `${monthName(from.month, short)} ${year}`;
    const part = partFromDays(from.year, from.month, from.day, to.day);
    return part === undefined ? `${from.day}–${to.day} ${month}` : `${part} ${month}`;
  }
  if (from.kind === 'month' && to.kind === 'month' && from.year === to.year)
    return `${monthName(from.month, short)}–${monthName(to.month, short)} ${yearInWords(from.year)}`;
  const [first, last] = [plainPointInWords(from, short), plainPointInWords(to, short)];
  if (/^\d+$/.test(first) && /^\d+$/.test(last)) return `${first}–${last}`;
  return isDated(from) && isDated(to) ? `${first} – ${last}` : null;
}

const isDated = (point: EdtfPoint): boolean =>
  point.kind === 'day' || point.kind === 'month' || (point.kind === 'year' && point.significant === null);

function intervalInWords(from: EdtfEnd, to: EdtfEnd, short: boolean): string {
  if (typeof from === 'object' && typeof to === 'object') {
    // "c. 1994–2014" says of both ends that they are approximate, so it serves only where both are.
    const alike = from.approximate === to.approximate && from.uncertain === to.uncertain;
    const range = alike ? dashed(from, to, short) : null;
    return range === null
      ? `from ${pointInWords(from, short)} to ${pointInWords(to, short)}`
      : doubtInWords(range, from);
  }
  if (typeof from === 'object')
    return to === 'open' ? `since ${pointInWords(from, short)}` : `from ${pointInWords(from, short)}, end unknown`;
  if (typeof to === 'object')
    return from === 'open' ? `until ${pointInWords(to, short)}` : `until ${pointInWords(to, short)}, start unknown`;
  return from === 'open' && to === 'open' ? 'no known beginning or end' : 'date unknown';
}

function memberInWords(member: EdtfMember, all: boolean, short: boolean): string {
  if (member.kind !== 'run') return pointInWords(member, short);
  const unit = member.from.kind === 'day' || member.from.kind === 'month' ? member.from.kind : 'year';
  return `${all ? 'every' : 'a'} ${unit} from ${pointInWords(member.from, short)} to ${pointInWords(member.to, short)}`;
}

function setInWords({ all, earlier, later, members }: SetValue, short: boolean): string {
  const conjunction = all ? 'and' : 'or';
  const words = members.map((member) => memberInWords(member, all, short));
  const head = words.length > 2 && !all ? 'one of ' : '';
  const last = words.pop() ?? '';
  const listed = words.length === 0 ? last : `${head}${words.join(', ')} ${conjunction} ${last}`;
  return `${listed}${earlier ? ` ${conjunction} earlier` : ''}${later ? ` ${conjunction} later` : ''}`;
}

/** Any EDTF value in English, never its syntax. `short` shortens the months' names. */
export function valueInWords(value: EdtfValue, short: boolean): string {
  if (value.kind === 'interval') return intervalInWords(value.from, value.to, short);
  return value.kind === 'set' ? setInWords(value, short) : pointInWords(value, short);
}
