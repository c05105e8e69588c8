import { dateFromWords, dateInWords, parseEdtf } from '../../story/dates/index.ts';
import type { StoryDate } from '../../story/dates/index.ts';
import type { Field, LogItem } from '../../story/fields.ts';
import type { EntryRef } from '../../story/ref.ts';
import { section, isSectionKind } from '../../story/sections.ts';
import type { AnySection } from '../../story/sections.ts';
import { lineOf } from './escape.ts';
import type { Lookups } from './apparatus.ts';
import { addressOf } from './known.ts';

/** Whether a field has a line of its own below an entry's title; its texts stand below these. */
export function isLine({ type, internal, kept }: Field<unknown>): boolean {
  const isShown = internal !== true && kept !== true;
  return isShown && !['prose', 'rich', 'stamp', 'records', 'record'].includes(type);
}

/** A field's value in lines of Markdown, one for each item of a list; none where it is empty. */
export function valueLines(
  field: Field<unknown>,
  value: unknown,
  lookups: Pick<Lookups, 'titleOf'>,
): readonly string[] {
  return value === undefined ? [] : written(field, value, lookups).filter((line) => line !== '');
}

function written(field: Field<unknown>, value: unknown, lookups: Pick<Lookups, 'titleOf'>): readonly string[] {
  switch (field.type) {
    case 'date':
      // What a field of this type holds; as below.
      return [value === null ? '' : dateWords(value as StoryDate)];
    case 'choice':
      return [value === field.empty ? '' : lineOf(field.plain(value))];
    case 'flag':
      return [value === true ? 'Yes' : ''];
    case 'lines':
      // As above.
      return (value as readonly string[]).map(lineOf);
    case 'log':
      // As above.
      return (value as readonly LogItem[]).map(logWords);
    case 'ref':
      // As above.
      return value === null ? [] : [link(value as EntryRef, lookups)];
    case 'refs':
      // As above.
      return (value as readonly EntryRef[]).map((ref) => link(ref, lookups));
    default:
      return [lineOf(field.plain(value))];
  }
}

/** A date in words; where these alone would be read as another, its EDTF stands behind them as code. */
function dateWords(date: StoryDate): string {
  const { words, code } = dateParts(date);
  return code === null ? lineOf(words) : `${lineOf(words)} \`${code}\``.trim();
}

function dateParts(date: StoryDate): { readonly words: string; readonly code: string | null } {
  const words = squeezed(dateInWords(date));
  const read = dateFromWords(words, { today: '' });
  const isSame = read !== null && read.edtf === date.edtf && (read.words ?? '') === (date.words?.trim() ?? '');
  return { words, code: isSame ? null : date.edtf };
}

/** Blank space and signs as Markdown has them. */
function squeezed(text: string): string {
  return text.replaceAll('\0', '\ufffd').replace(/\s+/g, ' ').trim();
}

function logWords({ value, on }: LogItem): string {
  return on === null ? lineOf(value) : `${lineOf(value)} (${dateWords(on)})`.trim();
}

function link(ref: EntryRef, { titleOf }: Pick<Lookups, 'titleOf'>): string {
  const field = fieldNamed(isSectionKind(ref.kind) ? section(ref.kind) : undefined, ref.field);
  const words = `${titleOf(ref) ?? 'No longer in the notebook'}${field === undefined ? '' : `: ${field.label}`}`;
  return `[${lineOf(words)}](<${addressOf(ref)}>)`;
}

function fieldNamed(of: { readonly fields: AnySection['fields'] } | undefined, name: string | undefined) {
  return of === undefined || name === undefined || !Object.hasOwn(of.fields, name) ? undefined : of.fields[name];
}

/** A line of Markdown as its reader has it: words with code between signs that no text has, and where its link leads. */
export interface ReadLine {
  readonly words: string;
  readonly ref: EntryRef | null;
}

/** Stands around code in the words of a line: Markdown has no such sign. */
export const codeSign = '\0';

/** The value of a field out of its lines; undefined where they say none. */
export function valueOf(field: Field<unknown>, lines: readonly ReadLine[]): unknown {
  const [first] = lines;
  if (first === undefined) return undefined;
  const plain = lines.map(({ words }) => words.replaceAll(codeSign, ''));
  const [line = ''] = plain;
  const isOne = lines.length === 1;
  switch (field.type) {
    case 'date':
      return isOne ? (readDate(first.words) ?? undefined) : undefined;
    case 'choice':
      return isOne ? choiceOf(field, line) : undefined;
    case 'flag':
      return isOne && /^(?:yes|true)$/i.test(line) ? true : undefined;
    case 'number':
      return isOne && line !== '' ? field.parse(Number(line)) : undefined;
    case 'lines':
      return plain;
    case 'log':
      return lines.map(({ words }) => readLog(words));
    case 'ref':
      return isOne ? (first.ref ?? undefined) : undefined;
    case 'refs':
      return lines.every(({ ref }) => ref !== null) ? lines.map(({ ref }) => ref) : undefined;
    default:
      return isOne ? field.parse(line) : undefined;
  }
}

function choiceOf({ choices = {} }: Field<unknown>, words: string): string | undefined {
  const wanted = words.trim().toLowerCase();
  return Object.keys(choices).find((choice) => choices[choice]?.toLowerCase() === wanted);
}

function readDate(text: string): StoryDate | null {
  const [, before = '', edtf = ''] = /^([^\0]*)\0([^\0]*)\0$/.exec(text) ?? [];
  if (edtf === '') return dateFromWords(text, { today: '' });
  if (parseEdtf(edtf) === null) return null;
  const made = dateInWords({ edtf });
  const words = before.trim();
  // Words that cannot be read stand in brackets behind those that are made of the EDTF.
  const kept = words.startsWith(`${made} (`) ? words.slice(made.length + 2, -1) : words;
  return kept === '' || kept === made ? { edtf } : { edtf, words: kept };
}

/** "206 (25 March 2021)": the day is what stands in brackets at the end, if that is how it would be written. */
function readLog(text: string): LogItem {
  const whole = { value: text.replaceAll(codeSign, ''), on: null, recordedAt: '' };
  if (!text.endsWith(')')) return whole;
  for (let at = text.lastIndexOf('('); at >= 0; at = at === 0 ? -1 : text.lastIndexOf('(', at - 1)) {
    const day = text.slice(at + 1, -1);
    const on = readDate(day);
    if (on === null || !isWrittenSo(on, day)) continue;
    return { value: text.slice(0, at).trim().replaceAll(codeSign, ''), on, recordedAt: '' };
  }
  return whole;
}

/** Whether a date stands so in a line as it is read, with its EDTF or without. */
function isWrittenSo(date: StoryDate, text: string): boolean {
  const { words } = dateParts(date);
  const line = text.replace(/\s+/g, ' ').trim();
  return line === words || line === `${words} ${codeSign}${date.edtf}${codeSign}`.trim();
}
