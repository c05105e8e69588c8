import * as v from 'valibot';
import { resultOf } from './method.ts';

/**
 * The journal: the second store of every notebook, one SQLite file in the notebook's folder, owned by a process of its own.
 * It keeps opaque bytes: what they mean, and whether they fit together, only the page knows. Nothing in it is ever changed or
 * removed; a notebook's history is read out of it.
 */

const limit = 128 * 1024 * 1024;
const id = v.pipe(v.string(), v.regex(/^[\w.-]{1,200}$/));
const bytes = v.pipe(
  v.instance(Uint8Array),
  v.check((value) => value.byteLength <= limit, 'larger than a row may be'),
);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const name = v.pipe(v.string(), v.maxLength(200));

/** What made a change: somebody's hands, taking back or doing again, bringing in a page, putting back an earlier state, joining another copy of the notebook, a teammate. */
export const rowOrigins = ['edit', 'undo', 'redo', 'import', 'restore', 'merge', 'remote'] as const;
export type RowOrigin = (typeof rowOrigins)[number];

/** A change to one document, as it is handed over: one Yjs update (V1) and what is known of it. */
export const newRowSchema = v.object({
  /** The document's id: `shared/story/document.ts`. */
  doc: id,
  bytes,
  /** When it was made, milliseconds since 1970, by the clock of the device that made it. */
  at: count,
  /** Who made it: the display name ('' while unknown) and the id that stays when the name changes (null while unknown). */
  author: name,
  authorId: v.nullable(name),
  /** One opening of the notebook on one device. Undo after a restart goes by it. */
  session: id,
  origin: v.picklist(rowOrigins),
  /** The undo step it belongs to, growing within the session; 0 where it belongs to none. */
  step: count,
});
export type NewRow = v.InferOutput<typeof newRowSchema>;

/** A stored row. `kept` is when this device's journal took it in, milliseconds since 1970; it never runs backwards. */
export const rowSchema = v.object({ ...newRowSchema.entries, seq: count, kept: count });
export type JournalRow = v.InferOutput<typeof rowSchema>;

/** What all rows of a document up to `seq` say: a state in Yjs's V2, deflated (raw), so that only history reads older rows. */
export const checkpointSchema = v.object({ seq: count, bytes });
export type Checkpoint = v.InferOutput<typeof checkpointSchema>;

/** The last row of a document: its number and its checksum (hex), which together name what the journal holds up to there. */
export const headSchema = v.object({ doc: id, seq: count, sum: v.string() });
export type Head = v.InferOutput<typeof headSchema>;

/**
 * What the journal found when it opened a notebook and a person should know, in one sentence each; empty in nearly all cases.
 * `rows-damaged`: rows do not match their checksums and are left out. `salvaged`: the file was damaged as a whole, what could
 * be read was moved to a new one and the old one is kept beside. `missing`: the notebook's folder had no journal any more and a
 * new one was begun; a folder made anew is none of this.
 * `disk-low`, `cloud-folder`: as they say.
 */
export const noticeSchema = v.object({
  kind: v.picklist(['rows-damaged', 'salvaged', 'missing', 'disk-low', 'cloud-folder']),
  message: v.string(),
});
export type JournalNotice = v.InferOutput<typeof noticeSchema>;

export const openedJournalSchema = v.object({
  heads: v.array(headSchema),
  /** The last row that this device's user has looked at: what came later is news. Null before the first time. */
  looked: v.nullable(count),
  notices: v.array(noticeSchema),
});
export type OpenedJournal = v.InferOutput<typeof openedJournalSchema>;

/**
 * Why the journal did not do it. `gone`: no such notebook or row; `read-only`, `disk-full`, `locked` (another program or
 * computer holds the file), `newer-format`, `encrypted` (under another key than the library's, or not as the library is), `unavailable` (its process had just ended: ask again), `failed`: anything else.
 */
export const journalFailures = [
  'gone',
  'read-only',
  'disk-full',
  'locked',
  'newer-format',
  'encrypted',
  'unavailable',
  'failed',
] as const;
export type JournalFailure = (typeof journalFailures)[number];

/** The session before: its id, and for each document it made undo steps in, the first of its rows there. */
export const lastSessionSchema = v.object({
  session: id,
  docs: v.array(v.object({ doc: id, seq: count, kept: count })),
});
export type LastSession = v.InferOutput<typeof lastSessionSchema>;

const notebook = { notebook: id };
const answer = <T extends v.GenericSchema>(value: T) => resultOf(value, journalFailures);
const done = v.undefined();

/** A backup: the state of all of a notebook's documents at one moment. */
export const snapshotInfoSchema = v.object({
  name: v.pipe(v.string(), v.maxLength(200)),
  at: count,
  bytes: count,
});
export type SnapshotInfo = v.InferOutput<typeof snapshotInfoSchema>;

/** A document's state as checkpoints and snapshots hold it: V2, deflated (raw). */
export const stateSchema = v.object({ doc: id, bytes });
export type DocumentState = v.InferOutput<typeof stateSchema>;

/** A notebook of which there is a folder in the library. */
export const journaledSchema = v.object({ notebook: id, title: name, folder: v.string(), docs: v.array(id) });
export type JournaledNotebook = v.InferOutput<typeof journaledSchema>;

/** Arguments and answers of the journal's methods, as `methods.ts` lists them. */
export const journal = {
  open: {
    args: v.object({ ...notebook, title: name, create: v.boolean() }),
    result: answer(openedJournalSchema),
  },
  append: {
    args: v.object({ ...notebook, rows: v.pipe(v.array(newRowSchema), v.minLength(1), v.maxLength(1000)) }),
    /** The heads of the documents written to. Answered when the disk has them. */
    result: answer(v.array(headSchema)),
  },
  read: {
    /**
     * `after` null: the last checkpoint there is (made of rows kept at or before `before`) and the rows behind it; a number: the rows
     * behind that one, and no checkpoint. `before`: only rows kept at or before that moment, milliseconds. Large answers come in
     * parts: while `more`, ask again with `after` the last row's `seq`. `damaged`: how many rows were left out.
     */
    args: v.object({ ...notebook, doc: id, after: v.nullable(count), before: v.nullable(count) }),
    result: answer(
      v.object({
        checkpoint: v.nullable(checkpointSchema),
        rows: v.array(rowSchema),
        more: v.boolean(),
        damaged: count,
      }),
    ),
  },
  sum: {
    /** The checksum of one row, to find out whether two stores know the same; null where there is no such row. */
    args: v.object({ ...notebook, doc: id, seq: count }),
    result: answer(v.nullable(v.string())),
  },
  checkpoint: {
    args: v.object({ ...notebook, doc: id, ...checkpointSchema.entries }),
    result: answer(done),
  },
  lastSession: {
    /** The latest session but this one that made undo steps here: null where there is none. */
    args: v.object({ ...notebook, but: id }),
    result: answer(v.nullable(lastSessionSchema)),
  },
  looked: { args: v.object({ ...notebook, seq: count }), result: answer(done) },
  title: { args: v.object({ ...notebook, title: name }), result: answer(done) },
  close: { args: v.object(notebook), result: answer(done) },
  list: { args: v.undefined(), result: answer(v.array(journaledSchema)) },
  remove: { args: v.object(notebook), result: answer(done) },
  snapshot: {
    args: v.object({ ...notebook, states: v.pipe(v.array(stateSchema), v.minLength(1)) }),
    result: answer(snapshotInfoSchema),
  },
  snapshots: { args: v.object(notebook), result: answer(v.array(snapshotInfoSchema)) },
  readSnapshot: {
    args: v.object({ ...notebook, name: snapshotInfoSchema.entries.name }),
    result: answer(v.array(stateSchema)),
  },
} as const;
