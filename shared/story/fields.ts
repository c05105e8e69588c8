import * as v from 'valibot';
import { dateInWords, parseEdtf } from './dates/index.ts';
import type { StoryDate } from './dates/index.ts';
import { entryRefSchema } from './ref.ts';
import type { EntryRef } from './ref.ts';
import { emptyRichText, plainFromRich, richTextSchema } from './rich-text.ts';
import type { RichText } from './rich-text.ts';

/** How a field lies in the document: a plain value of the entry's Y.Map, a Y.Text, a marked Y.Text, or a Y.Array. */
export type FieldStorage = 'value' | 'text' | 'rich' | 'list';

/** What the window needs to choose a control. */
export type FieldType =
  | 'line'
  | 'prose'
  | 'rich'
  | 'date'
  | 'day'
  | 'stamp'
  | 'number'
  | 'flag'
  | 'choice'
  | 'lines'
  | 'ref'
  | 'refs'
  | 'log'
  | 'records'
  | 'record';

/** One field of a section: its type, label, empty value and how to read it back from anything. */
export interface Field<T> {
  readonly type: FieldType;
  readonly label: string;
  readonly storage: FieldStorage;
  readonly empty: T;
  /** Choices offered, with the words for each; only for `choice`. */
  readonly choices?: Readonly<Record<string, string>>;
  /** Never shown as an editable field of its own: set by commands. */
  readonly internal?: boolean;
  /** Kept up to date by the program: what changes here alone is no change that anybody made. */
  readonly kept?: boolean;
  /** The value when `raw` is one, else undefined. Never throws. */
  parse(raw: unknown): T | undefined;
  /** The field's words, for search and for differences. */
  plain(value: T): string;
}

export type FieldSet = Readonly<Record<string, Field<unknown>>>;

/** The values of a set of fields. */
export type Values<F extends FieldSet> = { readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never };

/** A value as it stood from a day on: an indicator's earlier values, a scenario's probability. */
export interface LogItem {
  readonly value: string;
  readonly on: StoryDate | null;
  readonly recordedAt: string;
}

interface Options {
  readonly internal?: boolean;
}

interface RecordOptions {
  readonly kept?: boolean;
}

function parser<T>(schema: v.GenericSchema<unknown, T>): (raw: unknown) => T | undefined {
  return (raw) => {
    const result = v.safeParse(schema, raw);
    return result.success ? result.output : undefined;
  };
}

/** A date as stored: valid EDTF and perhaps the words it was given in. */
export const storyDateSchema: v.GenericSchema<unknown, StoryDate> = v.pipe(
  v.object({
    edtf: v.pipe(
      v.string(),
      v.check((text) => parseEdtf(text) !== null),
    ),
    words: v.optional(v.string()),
  }),
  v.transform(({ edtf, words }) => (words === undefined ? { edtf } : { edtf, words })),
);

/** A calendar day, `YYYY-MM-DD`. */
export const isoDaySchema = v.pipe(v.string(), v.isoDate());

const logItemSchema: v.GenericSchema<unknown, LogItem> = v.object({
  value: v.string(),
  on: v.nullable(storyDateSchema),
  recordedAt: v.string(),
});

function items<T>(schema: v.GenericSchema<unknown, T>): (raw: unknown) => readonly T[] | undefined {
  const parseItem = parser(schema);
  // A list is read item by item: one item that cannot be read must not hide the others.
  return (raw) =>
    Array.isArray(raw) ? raw.map(parseItem).filter((item): item is Awaited<T> & T => item !== undefined) : undefined;
}

const words = (text: string): string => text;
const none = (): string => '';
const dateWords = (date: StoryDate | null): string => (date === null ? '' : dateInWords(date));

/** The kinds of field a section is made of. */
export const field = {
  /** One line of text; the last writer wins. */
  line: (label: string, options: Options = {}): Field<string> => ({
    type: 'line',
    label,
    storage: 'value',
    empty: '',
    parse: parser(v.string()),
    plain: words,
    ...options,
  }),
  /** Plain paragraphs; concurrent edits merge letter by letter. */
  prose: (label: string): Field<string> => ({
    type: 'prose',
    label,
    storage: 'text',
    empty: '',
    parse: parser(v.string()),
    plain: words,
  }),
  /** Paragraphs with bold, italic and links; concurrent edits merge. */
  rich: (label: string): Field<RichText> => ({
    type: 'rich',
    label,
    storage: 'rich',
    empty: emptyRichText,
    parse: parser(richTextSchema),
    plain: plainFromRich,
  }),
  date: (label: string): Field<StoryDate | null> => ({
    type: 'date',
    label,
    storage: 'value',
    empty: null,
    parse: parser(v.nullable(storyDateSchema)),
    plain: dateWords,
  }),
  day: (label: string): Field<string | null> => ({
    type: 'day',
    label,
    storage: 'value',
    empty: null,
    parse: parser(v.nullable(isoDaySchema)),
    plain: (day) => day ?? '',
  }),
  /** A moment, ISO 8601 in UTC; set by commands. */
  stamp: (label: string): Field<string | null> => ({
    type: 'stamp',
    label,
    storage: 'value',
    empty: null,
    internal: true,
    parse: parser(v.nullable(v.pipe(v.string(), v.isoTimestamp()))),
    plain: none,
  }),
  number: (label: string): Field<number | null> => ({
    type: 'number',
    label,
    storage: 'value',
    empty: null,
    parse: parser(v.nullable(v.pipe(v.number(), v.finite()))),
    plain: (value) => (value === null ? '' : String(value)),
  }),
  flag: (label: string): Field<boolean> => ({
    type: 'flag',
    label,
    storage: 'value',
    empty: false,
    parse: parser(v.boolean()),
    plain: none,
  }),
  /** One of a closed set; a value only a newer version knows reads as `empty` and stays stored. */
  choice: <C extends string>(label: string, choices: Readonly<Record<C, string>>, empty: NoInfer<C>): Field<C> => ({
    type: 'choice',
    label,
    storage: 'value',
    empty,
    choices,
    parse: (raw) => (typeof raw === 'string' && Object.hasOwn(choices, raw) ? (raw as C) : undefined),
    plain: (value) => choices[value],
  }),
  /** A list of short texts; two people's additions are both kept. */
  lines: (label: string): Field<readonly string[]> => ({
    type: 'lines',
    label,
    storage: 'list',
    empty: [],
    parse: items(v.string()),
    plain: (list) => list.join('\n'),
  }),
  ref: (label: string): Field<EntryRef | null> => ({
    type: 'ref',
    label,
    storage: 'value',
    empty: null,
    internal: true,
    parse: parser(v.nullable(entryRefSchema)),
    plain: none,
  }),
  refs: (label: string): Field<readonly EntryRef[]> => ({
    type: 'refs',
    label,
    storage: 'list',
    empty: [],
    parse: items(entryRefSchema),
    plain: none,
  }),
  /** Values over time, oldest first; only ever appended to. */
  log: (label: string): Field<readonly LogItem[]> => ({
    type: 'log',
    label,
    storage: 'list',
    empty: [],
    parse: items(logItemSchema),
    plain: (list) => list.map((item) => item.value).join('\n'),
  }),
  /** Small objects of a shape of the section's own, as a list. */
  records: <T>(
    label: string,
    schema: v.GenericSchema<unknown, T>,
    plain: (item: T) => string = none,
  ): Field<readonly T[]> => ({
    type: 'records',
    label,
    storage: 'list',
    empty: [],
    internal: true,
    parse: items(schema),
    plain: (list) => list.map(plain).join('\n'),
  }),
  /** One small object of a shape of the section's own. */
  record: <T>(
    label: string,
    schema: v.GenericSchema<unknown, T>,
    plain: (value: T) => string = none,
    options: RecordOptions = {},
  ): Field<T | null> => ({
    type: 'record',
    label,
    storage: 'value',
    empty: null,
    internal: true,
    parse: parser(v.nullable(schema)),
    plain: (value) => (value === null ? '' : plain(value)),
    ...options,
  }),
} as const;
