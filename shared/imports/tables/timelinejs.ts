import * as v from 'valibot';
import { err, ok } from '../../lib/result.ts';
import type { Result } from '../../lib/result.ts';
import { parseEdtf } from '../../story/dates/index.ts';
import { wordsOfHtml } from './html-words.ts';
import { maxRows, tableProblem } from './table.ts';
import type { TableProblem, TableRow } from './table.ts';

/** Slides of a timeline as rows. */
export interface SlideTable {
  readonly title: string;
  readonly rows: readonly TableRow[];
}

/** The columns that slides have; those that none fills are left out. */
const names = [
  ...[
    'Headline',
    'Date',
    'Display date',
    'Time',
    'End time',
    'Group',
    'Text',
    'Media',
    'Media caption',
    'Media credit',
  ],
  ...['Media text', 'Identifier', 'Could not be read'],
] as const;
type Name = (typeof names)[number];
type Cells = Partial<Record<Name, string>>;

const textSchema = v.fallback(v.pipe(v.union([v.string(), v.number()]), v.transform(String)), '');
const wordsSchema = v.optional(textSchema, '');
const numberSchema = v.optional(textSchema, '');

const dateSchema = v.object({
  year: v.pipe(v.union([v.string(), v.number()]), v.transform(String)),
  month: numberSchema,
  day: numberSchema,
  hour: numberSchema,
  minute: numberSchema,
  display_date: wordsSchema,
});
type SlideDate = v.InferOutput<typeof dateSchema>;

const mediaSchema = v.object({
  url: wordsSchema,
  caption: wordsSchema,
  credit: wordsSchema,
  alt: wordsSchema,
  title: wordsSchema,
});

/** A slide, after TimelineJS 3's documentation of its JSON format. Everything may be missing but what makes it one. */
const slideSchema = v.object({
  start_date: v.fallback(v.nullable(dateSchema), null),
  end_date: v.fallback(v.nullable(dateSchema), null),
  display_date: wordsSchema,
  group: wordsSchema,
  text: v.fallback(v.object({ headline: wordsSchema, text: wordsSchema }), { headline: '', text: '' }),
  media: v.fallback(v.nullable(mediaSchema), null),
  unique_id: wordsSchema,
});

/** A slide of the form before that: dates are "2011,12,10,07,30". */
const oldSlideSchema = v.object({
  startDate: wordsSchema,
  endDate: wordsSchema,
  headline: wordsSchema,
  text: wordsSchema,
  tag: wordsSchema,
  asset: v.fallback(v.object({ media: wordsSchema, caption: wordsSchema, credit: wordsSchema }), {
    ...{ media: '', caption: '', credit: '' },
  }),
});

const timelineSchema = v.object({
  title: v.optional(v.unknown()),
  events: v.array(v.unknown()),
  eras: v.fallback(v.array(v.unknown()), []),
});
const oldSchema = v.object({
  timeline: v.looseObject({ headline: wordsSchema, text: wordsSchema, date: v.array(v.unknown()) }),
});

/** Whether a value is a timeline of TimelineJS: Story JSON has events too, but none with a `start_date`. */
export function isTimelineJs(value: unknown): boolean {
  if (v.is(oldSchema, value)) return true;
  if (!v.is(timelineSchema, value)) return false;
  return value.events.some((event) => typeof event === 'object' && event !== null && 'start_date' in event);
}

/** Reads the JSON of TimelineJS 3, or of the version before. */
export function readTimelineJs(value: unknown): Result<SlideTable, TableProblem> {
  const old = v.safeParse(oldSchema, value);
  const now = v.safeParse(timelineSchema, value);
  // What stands on the title slide is about the whole, and no event.
  let head: Cells = {};
  let events: readonly Cells[] = [];
  if (old.success) {
    const { headline, text, date } = old.output.timeline;
    head = { Headline: wordsOfHtml(headline), Text: wordsOfHtml(text) };
    events = date.slice(0, maxRows + 1).map(cellsOfOld);
  } else if (now.success) {
    head = cellsOf(now.output.title ?? {});
    const eras = now.output.eras.map((era): Cells => ({ ...cellsOf(era), Group: 'Era' }));
    events = [...now.output.events.slice(0, maxRows + 1).map(cellsOf), ...eras];
  }
  const slides = head.Text === undefined || head.Text === '' ? events : [{ Text: head.Text }, ...events];
  if (slides.length === 0) return err(tableProblem('empty', 'There is no event in this timeline.'));
  if (slides.length > maxRows) return err(tableProblem('too-many', `There are more than ${maxRows} events.`));
  const used = names.filter((name) => slides.some((cells) => (cells[name] ?? '') !== ''));
  const rows = slides.map((cells, at) => ({ line: at + 1, cells: used.map((name) => cells[name] ?? '') }));
  return ok({ title: head.Headline ?? '', rows: [{ line: 0, cells: used }, ...rows] });
}

function cellsOf(value: unknown): Cells {
  const slide = v.safeParse(slideSchema, value);
  if (!slide.success) return { 'Could not be read': JSON.stringify(value) };
  const { start_date, end_date, display_date, group, text, media, unique_id } = slide.output;
  return {
    Headline: wordsOfHtml(text.headline).replaceAll('\n', ' '),
    ...(start_date === null ? { Date: unread(value) } : datesOf(start_date, end_date)),
    'Display date': wordsOfHtml(display_date || (start_date?.display_date ?? '')),
    Group: wordsOfHtml(group),
    Text: wordsOfHtml(text.text),
    Media: media?.url ?? '',
    'Media caption': wordsOfHtml(media?.caption ?? ''),
    'Media credit': wordsOfHtml(media?.credit ?? ''),
    'Media text': [media?.title ?? '', media?.alt ?? '']
      .filter((one) => one !== '')
      .map(wordsOfHtml)
      .join('\n'),
    Identifier: unique_id,
  };
}

/** The date of a slide that is none, as it stands in the file. */
function unread(slide: unknown): string {
  const date = typeof slide === 'object' && slide !== null && 'start_date' in slide ? slide.start_date : null;
  return date === null || date === undefined ? '' : JSON.stringify(date);
}

function cellsOfOld(value: unknown): Cells {
  const slide = v.safeParse(oldSlideSchema, value);
  if (!slide.success) return { 'Could not be read': JSON.stringify(value) };
  const { startDate, endDate, headline, text, tag, asset } = slide.output;
  return {
    Headline: wordsOfHtml(headline).replaceAll('\n', ' '),
    ...datesOf(oldDate(startDate), oldDate(endDate)),
    Group: wordsOfHtml(tag),
    Text: wordsOfHtml(text),
    Media: asset.media,
    'Media caption': wordsOfHtml(asset.caption),
    'Media credit': wordsOfHtml(asset.credit),
  };
}

function oldDate(text: string): SlideDate | null {
  const [year = '', month = '', day = '', hour = '', minute = ''] = text.split(',').map((part) => part.trim());
  return year === '' ? null : { year, month, day, hour, minute, display_date: '' };
}

/** From the first to the last as EDTF, which words can be made of; where it is none, as it stands. */
function datesOf(start: SlideDate | null, end: SlideDate | null): Cells {
  const [from, to] = [start, end].map((date) => (date === null ? null : (edtfOf(date) ?? plainOf(date))));
  const both = from === to || to === null || to === undefined ? (from ?? '') : `${from ?? ''}/${to}`;
  return { Date: both, Time: clockOf(start), 'End time': clockOf(end) };
}

function edtfOf({ year, month, day }: SlideDate): string | null {
  if (!/^-?\d{1,9}$/.test(year.trim())) return null;
  const written = Number(year);
  // TimelineJS has no year 0; EDTF counts it, and 1 BC is its name there.
  const astronomical = written < 0 ? written + 1 : written;
  const digits = String(Math.abs(astronomical)).padStart(4, '0');
  const sign = astronomical < 0 ? '-' : '';
  const edtf = [digits.length > 4 ? `Y${sign}${digits}` : `${sign}${digits}`, month, day]
    .filter((part) => part.trim() !== '')
    .map((part) => part.trim().padStart(2, '0'))
    .join('-');
  return parseEdtf(edtf) === null ? null : edtf;
}

function plainOf({ year, month, day }: SlideDate): string {
  return [year, month, day].filter((part) => part !== '').join('-');
}

function clockOf(date: SlideDate | null): string {
  if (date === null || !/^\d{1,2}$/.test(date.hour.trim())) return '';
  return `${date.hour.trim().padStart(2, '0')}:${(date.minute.trim() || '0').padStart(2, '0')}`;
}
