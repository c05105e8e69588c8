import type * as Y from 'yjs';
import { err, ok } from '../../shared/lib/result.ts';
import type { Result } from '../../shared/lib/result.ts';
import { applyNew, applyRows, dropGaps, FromStore, hasGaps } from './apply-rows.ts';
import { databaseName } from './database.ts';
import type { Mark, Row } from './database.ts';
import type { LoadProblem } from './document-store.ts';
import type { JournalLink, JournalPlace, JournalProblem, JournalShare } from './journal-link.ts';
import { isWholeAlone } from './whole-alone.ts';
import { missing, notices, silent, timedOut, unreached, unreadable } from './problems.ts';
import { readCopy } from './stored-copy.ts';
import type { StoredCopy } from './stored-copy.ts';
import { within } from './within.ts';

/** A document loaded out of both stores, and what each of them still lacks of it. */
export interface Loaded {
  /** The window's own database and its last row; null where all of it has to be written anew. */
  readonly copy: { readonly db: IDBDatabase | null; readonly lastKey: number } | null;
  /** The sizes of the rows in it, in bytes. */
  readonly sizes: readonly number[];
  readonly mark: Mark | null;
  /** What the journal had beside it. */
  readonly forCopy: readonly Uint8Array[];
  /** What the journal lacks, as far as that is known. */
  readonly forJournal: readonly Uint8Array[];
  /** The last row of the journal that the document has all up to; null where that is not known. */
  readonly place: JournalPlace | null;
  /** Whether the journal has been looked into, so that nothing else is to be expected of it. */
  readonly reached: boolean;
  /** Bytes of the journal's checkpoint and of the rows behind it; null where not all of it was read. */
  readonly journalSize: { readonly checkpoint: number; readonly tail: number } | null;
  readonly notices: readonly string[];
}

export interface LoadOptions {
  readonly create: boolean;
  /** Opens with what the copy has, without waiting for the journal. */
  readonly soon: boolean;
  /** Milliseconds that each store is waited for. */
  readonly patience: number;
  /** Whether there are copies in the window's own storage. */
  readonly copies: boolean;
}

type Opened = Awaited<ReturnType<JournalLink['open']>>;
type Outcome = Result<Loaded, LoadProblem>;

/** What is being loaded, and where from. */
interface Loading {
  readonly docId: string;
  readonly doc: Y.Doc;
  readonly link: JournalLink;
  readonly options: LoadOptions;
  readonly opening: Promise<Opened>;
}

const fromCopy = new FromStore('copy');
const fromJournal = new FromStore('journal');
const nothing: Loaded = {
  copy: null,
  sizes: [],
  mark: null,
  forCopy: [],
  forJournal: [],
  place: null,
  reached: true,
  journalSize: null,
  notices: [],
};

/**
 * Loads the union of what the two stores have of a document. Both are asked at once, and one is enough. The caller closes the database
 * that it is given.
 */
export async function loadUnion(docId: string, doc: Y.Doc, link: JournalLink, options: LoadOptions): Promise<Outcome> {
  const opening = within<Opened, Opened>(options.patience, link.open(null), err(silent));
  const loading: Loading = { docId, doc, link, options, opening };
  if (!options.copies) return await fromJournalAlone(loading, null);
  const copy = await readCopy(databaseName(docId), options.patience);
  if (!copy.ok) return await fromJournalAlone(loading, copy.error);
  if (copy.value === null) return await fromJournalAlone(loading, null);
  const loaded = await withCopy(loading, copy.value);
  const isEmpty = !options.create && doc.store.clients.size === 0;
  if (!loaded.ok || isEmpty || loaded.value.copy === null) copy.value.db.close();
  return loaded.ok && isEmpty ? err(missing) : loaded;
}

/** The copy's rows first, while the journal is being opened. */
async function withCopy(loading: Loading, copy: StoredCopy): Promise<Outcome> {
  const { docId, doc, link, options } = loading;
  const bad = await applyRows(doc, valuesOf(copy.known), fromCopy);
  const isSound = bad.length === 0 && !hasGaps(doc);
  const opened = options.soon && isSound && doc.store.clients.size > 0 ? null : await loading.opening;
  if (opened?.ok === false && isShut(opened.error)) return err(unreached(opened.error));
  const known = copy.mark === null ? null : { seq: copy.mark.seq, sum: copy.mark.sum };
  const share = opened?.ok === true ? await link.share(docId, isSound ? known : null) : null;
  if (share?.ok === true && share.value.head !== null)
    return await withBoth(loading, copy, { share: share.value, isSound, known, bad: bad.length });
  const isEmpty = share?.ok === true || (opened?.ok === false && opened.error.reason === 'gone');
  return await withCopyAlone(doc, copy, { known, isEmpty, bad: bad.length });
}

/** The journal cannot be reached, or has nothing of the document. */
async function withCopyAlone(
  doc: Y.Doc,
  copy: StoredCopy,
  { known, isEmpty, bad }: { readonly known: JournalPlace | null; readonly isEmpty: boolean; readonly bad: number },
): Promise<Outcome> {
  const behind = await applyRows(doc, valuesOf(copy.behind), fromCopy);
  const all = [...copy.known, ...copy.behind];
  if (bad + behind.length > 0 || hasGaps(doc)) return err(unreadable(bad + behind.length, all.length));
  // A notebook that never had a journal, written by an earlier version: its rows begin one.
  const isFirst = isEmpty && known === null;
  return ok({
    ...nothing,
    copy: kept(copy),
    sizes: sizesOf(all),
    mark: copy.mark,
    forJournal: bytesOf(isFirst ? all : copy.behind),
    place: known,
    reached: false,
  });
}

async function withBoth(
  loading: Loading,
  copy: StoredCopy,
  found: { readonly share: JournalShare; readonly isSound: boolean; readonly known: JournalPlace | null; bad: number },
): Promise<Outcome> {
  const { docId, doc, link } = loading;
  const { share, known, isSound } = found;
  const all = copy.known.length + copy.behind.length;
  // Damaged here, and there perhaps too: nobody can say that the rest is all.
  if (found.bad > 0 && !(await isTrusted(loading, share, known))) return err(unreadable(found.bad, all));
  const { news: forCopy } = await applyNew(doc, await link.values(docId, share), fromJournal);
  if (share.behind && hasGaps(doc)) {
    // The copy lacks something that it said to have: all of the journal is needed.
    const whole = await link.share(docId, null);
    if (!whole.ok) return err(unreached(whole.error));
    return await withBoth(loading, copy, { ...found, share: whole.value, isSound: false });
  }
  // Only now: what these still bring is what the journal lacks.
  const behind = await applyNew(doc, valuesOf(copy.behind), fromCopy);
  // Where the two could not be compared, the journal is asked what it lacks when it is first written to.
  const stand = share.behind
    ? { forJournal: behind.news, place: share.head, reached: true }
    : { forJournal: [], place: known, reached: false };
  const journalSize = share.behind ? null : sizeOf(share);
  if (isSound && behind.bad.length === 0 && !hasGaps(doc)) {
    const sizes = sizesOf([...copy.known, ...copy.behind]);
    return ok({ ...nothing, ...stand, copy: kept(copy), sizes, mark: copy.mark, forCopy, journalSize });
  }
  if (hasGaps(doc)) {
    if (!share.behind && !(await isWholeAlone(await link.values(docId, share))))
      return err(unreadable(found.bad + behind.bad.length, all));
    // What builds on something that nobody has was never said to be saved.
    dropGaps(doc);
  }
  const lost = behind.bad.length === 0 ? [] : [notices.partLost(behind.bad.length)];
  return ok({ ...nothing, ...stand, journalSize, notices: [notices.copyMade, ...lost] });
}

/** Whether the journal has everything that the copy's rows said: a journal that lost something gives other sums than before. */
async function isTrusted({ docId, link }: Loading, share: JournalShare, known: JournalPlace | null): Promise<boolean> {
  return share.behind || (known === null ? share.damaged === 0 : await link.knows(docId, known));
}

/** @param problem why the copy cannot be read; null where there is none */
async function fromJournalAlone(
  { docId, doc, link, options, opening }: Loading,
  problem: LoadProblem | null,
): Promise<Outcome> {
  const opened = await opening;
  const share = opened.ok ? await link.share(docId, null) : opened;
  if (!share.ok) return withNeither(docId, share.error, problem, options);
  if (share.value.head === null) {
    if (problem !== null) return err(problem);
    return options.create ? ok({ ...nothing, copy: { db: null, lastKey: 0 } }) : err(missing);
  }
  const bad = await applyRows(doc, await link.values(docId, share.value), fromJournal);
  if (hasGaps(doc) || doc.store.clients.size === 0) {
    const { rows, damaged } = share.value;
    return err(problem ?? unreadable(bad.length + damaged, rows.length + damaged));
  }
  const { head } = share.value;
  // What only teammates wrote came while it was closed: there was no copy to be lost.
  const isOwn = share.value.checkpoint !== null || share.value.rows.some(({ origin }) => origin !== 'remote');
  const made = options.copies && isOwn ? [notices.copyMade] : [];
  return ok({ ...nothing, place: head, journalSize: sizeOf(share.value), notices: made });
}

/** Neither store has the document. A new one may begin in one store alone, as long as there cannot be another in the other. */
function withNeither(
  docId: string,
  failure: JournalProblem,
  problem: LoadProblem | null,
  { create, copies, patience }: LoadOptions,
): Outcome {
  if (problem !== null) return err(problem);
  if (!copies && failure === silent) return err(timedOut(patience / 1000));
  const isNew = failure.reason === 'gone' || (copies && !docId.includes('.') && !isShut(failure));
  if (create && isNew) return ok({ ...nothing, copy: { db: null, lastKey: 0 }, reached: false });
  return err(failure.reason === 'gone' ? missing : unreached(failure));
}

/** The journal is there, and this program cannot open it: nothing may be begun in its place. */
function isShut({ reason }: JournalProblem): boolean {
  return reason === 'newer-format' || reason === 'encrypted';
}

function kept({ db, known, behind }: StoredCopy): Loaded['copy'] {
  return { db, lastKey: Number((behind.at(-1) ?? known.at(-1))?.key ?? 0) };
}

function valuesOf(rows: readonly Row[]): readonly unknown[] {
  return rows.map((row) => row.value);
}

function bytesOf(rows: readonly Row[]): readonly Uint8Array[] {
  return rows.map((row) => row.value).filter((value) => value instanceof Uint8Array);
}

function sizesOf(rows: readonly Row[]): readonly number[] {
  return bytesOf(rows).map((bytes) => bytes.byteLength);
}

function sizeOf({ checkpoint, rows }: JournalShare): { readonly checkpoint: number; readonly tail: number } {
  const tail = rows.reduce((sum, row) => sum + row.bytes.byteLength, 0);
  return { checkpoint: checkpoint?.byteLength ?? 0, tail };
}
