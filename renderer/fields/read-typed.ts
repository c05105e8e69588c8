import { dateInWords, isIsoDay, readDateWords } from '../../shared/story/dates/index.ts';
import type { StoryDate } from '../../shared/story/dates/index.ts';
import type { TextReading } from './EditableText.tsx';

const dateHelp =
  'This is not understood as a date. Try “25 January 2026”, “early January 2026”, “c. 1994–2014” or “since 2022”.';
const dayHelp = 'This needs one day, such as “26 March 2021”.';
const numberHelp = 'This needs a number, such as 53.';

/** A date out of typed words, with how it was read: "early January 2026" is read as 1–10 January 2026. */
export function readTypedDate(text: string, today: string): TextReading<StoryDate | null> {
  if (text.trim() === '') return { ok: true, value: null };
  const reading = readDateWords(text, { today });
  if (reading === null) return { ok: false, message: dateHelp };
  if (reading.kind === 'unknown') return { ok: true, value: null, readAs: 'Read as: date not known' };
  const words = plainWords(reading.date.edtf);
  const counted = reading.relative ? `, counted from ${dateInWords({ edtf: today })}` : '';
  const assumed = reading.inferredYear && !reading.relative ? ', the nearest such date' : '';
  return { ok: true, value: reading.date, readAs: `Read as ${words}${counted}${assumed}` };
}

/** What was understood, spelt out: not "early January 2026" but its first and last day. */
function plainWords(edtf: string): string {
  const [, first, last] = /^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})$/.exec(edtf) ?? [];
  if (first === undefined || last === undefined) return dateInWords({ edtf });
  const [from, to] = [dateInWords({ edtf: first }), dateInWords({ edtf: last })];
  const [day = '', ...month] = from.split(' ');
  return to.endsWith(` ${month.join(' ')}`) ? `${day}–${to}` : `${from} – ${to}`;
}

/** One calendar day out of typed words. */
export function readTypedDay(text: string, today: string): TextReading<string | null> {
  if (text.trim() === '') return { ok: true, value: null };
  const reading = readTypedDate(text, today);
  if (!reading.ok || reading.value === null || !isIsoDay(reading.value.edtf)) return { ok: false, message: dayHelp };
  return { ...reading, value: reading.value.edtf };
}

/** A number out of typed digits; spaces and commas between thousands are allowed. */
export function readTypedNumber(text: string): TextReading<number | null> {
  const digits = text.trim().replace(/(?<=\d)[\s,](?=\d{3}(?!\d))/g, '');
  if (digits === '') return { ok: true, value: null };
  return /^[-+]?\d+(\.\d+)?$/.test(digits) ? { ok: true, value: Number(digits) } : { ok: false, message: numberHelp };
}
