import * as v from 'valibot';
import type * as Y from 'yjs';
import type { StoryDate } from '../../shared/story/dates/index.ts';
import type { NextEvent } from './next-event.ts';

/** A notebook as the home screen lists it: what was last known of it, without opening it. */
export interface NotebookInfo {
  readonly id: string;
  /** Never empty. */
  readonly title: string;
  readonly next: NextEvent | null;
  /** How many entries of each section it had. */
  readonly counts: Readonly<Record<string, number>>;
  /** ISO 8601 moments; `openedAt` is null until it was opened. */
  readonly createdAt: string;
  readonly openedAt: string | null;
  readonly trashedAt: string | null;
  /** It was found on this computer without being in the list. */
  readonly recovered: boolean;
}

export const untitled = 'Untitled notebook';
export const recoveredTitle = 'Recovered notebook';

const text = v.fallback(v.string(), '');
const moment = v.fallback(v.nullable(v.string()), null);

/** As written by `nextEventOf`. Looked at only for its form: reading EDTF would cost every start, and bad EDTF shows as no date. */
const date: v.GenericSchema<unknown, StoryDate> = v.pipe(
  v.object({ edtf: v.string(), words: v.optional(v.string()) }),
  v.transform(({ edtf, words }) => (words === undefined ? { edtf } : { edtf, words })),
);

/** Fields that cannot be read show as unknown: a damaged list must not hide a notebook. */
const storedSchema = v.object({
  title: text,
  next: v.fallback(v.nullable(v.object({ title: v.string(), date: v.nullable(date) })), null),
  counts: v.fallback(v.record(v.string(), v.number()), {}),
  createdAt: text,
  openedAt: moment,
  trashedAt: moment,
  recovered: v.fallback(v.boolean(), false),
  /** It is being made: never listed, and removed at the next start if nobody finished it. */
  unfinished: v.fallback(v.boolean(), false),
});

export type StoredInfo = v.InferOutput<typeof storedSchema>;

/** A listed notebook out of the library's document. */
export function readStored(stored: Y.Map<unknown>): StoredInfo {
  const fields = Object.fromEntries(Object.keys(storedSchema.entries).map((key) => [key, stored.get(key)]));
  return v.parse(storedSchema, fields);
}

/** As the home screen shows it. */
export function infoOf(id: string, stored: StoredInfo): NotebookInfo {
  const { title, next, counts, createdAt, openedAt, trashedAt, recovered } = stored;
  const shown = title.trim() === '' ? (recovered ? recoveredTitle : untitled) : title;
  return { id, title: shown, next, counts, createdAt, openedAt, trashedAt, recovered };
}

/** Writes what differs, so that nothing is stored for nothing. */
export function writeStored(map: Y.Map<unknown>, change: Partial<StoredInfo>): void {
  for (const [key, value] of Object.entries(change)) {
    if (JSON.stringify(map.get(key) ?? null) !== JSON.stringify(value)) map.set(key, value);
  }
}
