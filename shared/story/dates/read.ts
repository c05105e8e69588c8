import { parseIsoDay } from './calendar.ts';
import { parseEdtf } from './edtf.ts';
import { readExpression } from './read-expression.ts';
import { readRelative } from './read-relative.ts';
import type { Token } from './tokens.ts';
import { tokenize } from './tokens.ts';
import type { DateReading, ReadingDay, StoryDate } from './types.ts';

/** Longer texts are not a date but say something about one. */
const maxLength = 200;

const unknownWords = new Set([
  ...['unknown', 'not known', 'unclear', 'date unknown', 'unknown date', 'the date is unknown'],
  ...['undated', 'no date', 'n.d.', 'n. d.', 'nd', 'tbd', 'tba', '?', '–', '—', '-'],
]);

/** A reading with what `dateInWords` weighs when it chooses between kept words and its own. */
export type WordsReading =
  | {
      readonly kind: 'date';
      readonly edtf: string;
      readonly loose: boolean;
      readonly inferredYear: boolean;
      readonly relative: boolean;
      /** The text was EDTF or a time stamp: syntax, not words. */
      readonly syntax: boolean;
    }
  | { readonly kind: 'unknown' };

const plainly = { kind: 'date', loose: false, inferredYear: false, relative: false, syntax: false } as const;

/** EDTF as an expert types it, or the day of a time stamp as it stands there. */
function readSyntax(text: string): string | null {
  const stamp = /^(\d{4}-\d{2}-\d{2})[Tt ]\d{2}:\d{2}[\d:.,]*(?:[Zz]|[-+]\d{2}:?\d{2})?$/.exec(text)?.[1];
  if (stamp !== undefined) return parseIsoDay(stamp) ? stamp : null;
  // "20" and "199" are a century and a decade in EDTF, and nothing of the kind to anybody else.
  if (/^-?\d{1,3}[?~%]?$/.test(text) || isTwoYearsOrSeason(text)) return null;
  const upper = text.toUpperCase();
  return parseEdtf(upper) ? upper : null;
}

/** "2021-22" is a summer in EDTF and two years to most people: what can be read in two ways is not guessed. */
function isTwoYearsOrSeason(text: string): boolean {
  const match = /^(\d{4})-(\d{2})$/.exec(text);
  return match !== null && Number(match[2]) > 12 && Number(match[2]) === (Number(match[1]) + 1) % 100;
}

function withoutStop(tokens: readonly Token[]): readonly Token[] {
  return tokens.at(-1)?.text === '.' || tokens.at(-1)?.text === ',' ? tokens.slice(0, -1) : tokens;
}

/** Reads a text that is a date and nothing else. Null if it is not understood, or can be read in two ways. */
export function readWords(text: string, { today }: ReadingDay): WordsReading | null {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > maxLength) return null;
  if (unknownWords.has(trimmed.toLowerCase())) return { kind: 'unknown' };
  const syntax = readSyntax(trimmed);
  if (syntax !== null) return { ...plainly, edtf: syntax, syntax: true };
  const tokens = withoutStop(tokenize(trimmed));
  const relative = readRelative(tokens, today);
  if (relative !== null) return parseEdtf(relative) ? { ...plainly, edtf: relative, relative: true } : null;
  const found = readExpression({ tokens, today, running: false }, 0);
  if (found?.next !== tokens.length) return null;
  const { edtf, loose, inferred } = found.value;
  return { ...plainly, edtf, loose, inferredYear: inferred };
}

/**
 * Reads English words, or EDTF typed by an expert, as a date. Null if the text is not understood or ambiguous
 * (`01/02/2026`). `today` is an ISO day; if it is not, words that need it are not understood. Never throws.
 */
export function readDateWords(text: string, day: ReadingDay): DateReading | null {
  const reading = readWords(text, day);
  if (reading === null || reading.kind === 'unknown') return reading;
  const { edtf, loose, inferredYear, relative } = reading;
  const date: StoryDate = loose ? { edtf, words: text.trim() } : { edtf };
  return { kind: 'date', date, inferredYear, relative };
}

/** `readDateWords` for callers who only want the date: null also where the words say that it is unknown. */
export function dateFromWords(text: string, day: ReadingDay): StoryDate | null {
  const reading = readDateWords(text, day);
  return reading?.kind === 'date' ? reading.date : null;
}
