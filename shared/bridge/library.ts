import * as v from 'valibot';
import { maxSourceBytes } from './files.ts';
import { journalFailures, rowSchema } from './journal.ts';
import { resultOf } from './method.ts';

/**
 * The library folder, the captures in it, and notebooks as single files. Which file or folder is meant, a person says in a
 * dialog, by a drop or a double click: the page gets a ticket for it, and no path it could make up.
 */

const id = v.pipe(v.string(), v.regex(/^[\w.-]{1,200}$/));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const words = v.pipe(v.string(), v.maxLength(1000));
const done = v.undefined();
const captureBytes = v.pipe(
  v.instance(Uint8Array),
  v.check((bytes) => bytes.byteLength <= maxSourceBytes, 'larger than a capture may be'),
);

/** Why a capture was not stored or did not come: what the journal's folder says, or `missing`, or `damaged` (not what its name says). */
export const captureFailures = [...journalFailures, 'missing', 'damaged'] as const;
export type CaptureFailure = (typeof captureFailures)[number];

/** Arguments and answers of the captures' methods. */
export const captures = {
  put: {
    args: v.object({ notebook: id, hash, bytes: captureBytes }),
    /** Answered when the disk has them. */
    result: resultOf(done, captureFailures),
  },
  get: { args: v.object({ notebook: id, hash }), result: resultOf(captureBytes, captureFailures) },
  missing: {
    /**
     * `compare` also reads what is there: damaged ones are missing then. `elsewhere`: what other notebooks' folders have is taken over from there. Not for
     * a shared notebook: a teammate could name a file to find out whether it is on this computer, and would be sent it.
     */
    args: v.object({
      notebook: id,
      hashes: v.pipe(v.array(hash), v.maxLength(100_000)),
      compare: v.boolean(),
      elsewhere: v.boolean(),
    }),
    result: resultOf(v.array(hash), captureFailures),
  },
} as const;

/**
 * Why nothing came of it. `cancelled`: the person stopped it; `not-a-notebook`, `damaged`, `newer-format`: what the file is;
 * `too-large`; `in-the-way`: there is something else already; the others as the journal has them.
 */
export const libraryFailures = [
  ...journalFailures,
  'cancelled',
  'unreadable',
  'not-a-notebook',
  'damaged',
  'too-large',
  'in-the-way',
] as const;
export type LibraryFailure = (typeof libraryFailures)[number];

const answer = <T extends v.GenericSchema>(value: T) => resultOf(value, libraryFailures);

/** A `.backstory` file that a person brought: the ticket for it and its bare name. */
export const broughtSchema = v.object({ file: id, name: words });
export type BroughtFile = v.InferOutput<typeof broughtSchema>;
export const broughtResult = answer(broughtSchema);

/** What a file holds, after all of its checksums were found right. */
export const fileContentsSchema = v.object({
  notebook: id,
  title: words,
  docs: v.array(v.object({ doc: id, rows: count })),
  captures: count,
  /** When its first and last change were made, milliseconds since 1970. */
  first: count,
  last: count,
});
export type FileContents = v.InferOutput<typeof fileContentsSchema>;

/** Where the library is. `folder` is for display; `cloud` names the service that syncs it, null for none known. */
export const placeSchema = v.object({ folder: v.string(), cloud: v.nullable(v.string()) });
export type LibraryPlace = v.InferOutput<typeof placeSchema>;

/** What long work is doing, and how far it is, in bytes. */
export const progressSchema = v.object({
  task: v.picklist(['export', 'check', 'import', 'move', 'encrypt']),
  done: count,
  total: count,
});
export type LibraryProgress = v.InferOutput<typeof progressSchema>;

const file = { file: id };

/** Arguments and answers of the library's methods. */
export const library = {
  place: { args: done, result: placeSchema },
  show: { args: done, result: answer(done) },
  showNotebook: { args: v.object({ notebook: id }), result: answer(done) },
  /** Asks for another folder. `holdsLibrary`: there is a library in it already, which is then added to. */
  choose: {
    args: done,
    result: answer(v.object({ ...placeSchema.entries, place: id, notebooks: count, holdsLibrary: v.boolean() })),
  },
  /** Copies, compares, and only then switches; `kept` is the old folder, which stays as it is. */
  move: { args: v.object({ place: id }), result: answer(v.object({ folder: v.string(), kept: v.string() })) },
  export: {
    args: v.object({ notebook: id, suggestedName: v.pipe(v.string(), v.minLength(1), v.maxLength(255)) }),
    result: answer(v.object({ fileName: v.string(), bytes: count })),
  },
  reveal: { args: done, result: done },
  openFile: { args: done, result: broughtResult },
  takeOpened: { args: done, result: v.array(broughtResult) },
  check: { args: v.object(file), result: answer(fileContentsSchema) },
  /** The rows of a checked file behind `after` (0 for all), in parts, as the journal gives them. */
  read: {
    args: v.object({ ...file, doc: id, after: count }),
    result: answer(v.object({ rows: v.array(rowSchema), more: v.boolean() })),
  },
  /** Makes a notebook of a checked file: the one it was, or with `as` another one of that id. */
  add: { args: v.object({ ...file, as: v.nullable(id) }), result: answer(done) },
  /** Appends the changes that the notebook does not have. Answers how many these were. */
  merge: { args: v.object({ ...file, notebook: id }), result: answer(v.object({ rows: count })) },
  /** Lets go of a file that was brought. */
  forget: { args: v.object(file), result: done },
  stop: { args: done, result: done },
} as const;
