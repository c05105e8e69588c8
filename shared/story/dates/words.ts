import { dateBounds } from './bounds.ts';
import { DAY_MS, civilDay, daysBetween, isoDay } from './calendar.ts';
import { parseEdtf } from './edtf.ts';
import { readWords } from './read.ts';
import type { EdtfValue, StoryDate } from './types.ts';
import { valueInWords } from './value-words.ts';

/** How a date is put into words. */
export interface DateWordsOptions {
  /** `short` shortens the months' names; `long` (the default) does not. */
  readonly style?: 'long' | 'short';
  /**
   * An ISO day. A short date leaves out its year where a reader of that day would supply the same one
   * (that is, within about half a year of it).
   */
  readonly relativeTo?: string;
}

/** A day inside a date, against which words without a year are read back. */
function dayInside(edtf: string): string {
  const bounds = dateBounds(edtf);
  const ms = bounds?.start ?? bounds?.end ?? 0;
  return isoDay(civilDay(Math.floor(ms / DAY_MS)));
}

/** Sets keep their years: "3 January 2026 or 5 January" reads badly. So do years alone, seasons and longer periods. */
const shortened: ReadonlySet<EdtfValue['kind']> = new Set(['day', 'month', 'interval'] as const);
/** A year further from the reader's day than this many days is always said. */
const nearDays = 183;

function withoutYear(words: string, edtf: string, relativeTo: string): string {
  const shorter = words.replace(/ \d{4}$/, '');
  const reading = shorter === words ? null : readWords(shorter, { today: relativeTo });
  if (reading?.kind !== 'date' || !reading.inferredYear || reading.edtf !== edtf) return words;
  return Math.abs(daysBetween(relativeTo, dayInside(edtf))) <= nearDays ? shorter : words;
}

/**
 * Chooses between the words kept with a date and those made from its EDTF. Words that say something else than the EDTF
 * are passed over: somebody changed the date and not the words. Words we cannot read stand behind in brackets.
 */
function withKeptWords(kept: string, made: string, edtf: string): string {
  const day = { today: dayInside(edtf) };
  const reading = readWords(kept, day);
  if (reading === null) return kept.toLowerCase().includes(made.toLowerCase()) ? kept : `${made} (${kept})`;
  if (reading.kind === 'unknown' || reading.edtf !== edtf || reading.syntax || reading.relative) return made;
  if (!reading.inferredYear) return kept;
  const complete = `${kept} ${day.today.slice(0, 4)}`;
  const again = readWords(complete, day);
  return again?.kind === 'date' && again.edtf === edtf && !again.inferredYear ? complete : made;
}

/** Puts a date into English words, never into EDTF's syntax. Any string is accepted; what is not EDTF is "date unknown". */
export function dateInWords(date: StoryDate, { style = 'long', relativeTo }: DateWordsOptions = {}): string {
  const kept = date.words?.trim() ?? '';
  const value = parseEdtf(date.edtf);
  if (value === null) return kept === '' ? 'date unknown' : kept;
  const made = valueInWords(value, style === 'short');
  const words = kept === '' ? made : withKeptWords(kept, made, date.edtf);
  const omits = style === 'short' && relativeTo !== undefined && shortened.has(value.kind);
  return omits ? withoutYear(words, date.edtf, relativeTo) : words;
}
