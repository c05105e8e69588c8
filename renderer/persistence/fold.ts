import * as Y from 'yjs';
import { answer, completed, openDatabase, readAll, updatesStore } from './database.ts';
import type { Mark, Row } from './database.ts';
import { shardsOf } from './shards.ts';
import { docOf, stateOf } from './state-bytes.ts';

/** What is to be made of a document's rows. */
export interface Folding {
  /** The database's name. */
  readonly name: string;
  /** Put few rows in the place of many. */
  readonly compact: boolean;
  /** Give the state that they make up, for a checkpoint. */
  readonly state: boolean;
}

export interface Folded {
  /** The place that the state is of. */
  readonly mark: Mark;
  readonly state: Uint8Array | null;
}

/**
 * Takes together the rows of a document that the journal is known to have. They are replaced by some of middling size, so that opening
 * need not apply it in one piece; the last keeps its number, so that the mark and what follows stay right. Rows that cannot be
 * read are left alone, all of them. Null where nothing could be done.
 */
export async function foldRows({ name, compact, state }: Folding): Promise<Folded | null> {
  const db = await openDatabase(name, { create: false });
  if (db === null) return null;
  try {
    const { rows, mark } = await readAll(db);
    if (mark === null) return null;
    const known = knownRows(rows, mark);
    if (known === null) return null;
    const doc = docOf(known.map((row) => row.value));
    if (doc === null) return null;
    const encoded = state ? await stateOf(doc) : null;
    const shards = compact ? shardsOf(Y.encodeStateAsUpdate(doc)) : null;
    doc.destroy();
    if (shards !== null) await replaceRows(db, shards, mark.key, known.length);
    return { mark, state: encoded };
  } finally {
    db.close();
  }
}

/** The state of all rows of a document as they are stored; null where there are none or they cannot be read. */
export async function storedState(name: string): Promise<Uint8Array | null> {
  const db = await openDatabase(name, { create: false });
  if (db === null) return null;
  const { rows } = await readAll(db).finally(() => db.close());
  const doc = rows.length === 0 ? null : docOf(rows.map((row) => row.value));
  if (doc === null) return null;
  const state = await stateOf(doc);
  doc.destroy();
  return state;
}

/** The rows up to the mark; null where the mark's own row is not there, so that the mark means nothing. */
export function knownRows(rows: readonly Row[], mark: Mark): readonly Row[] | null {
  const last = rows.findIndex((row) => row.key === mark.key);
  return last === -1 ? null : rows.slice(0, last + 1);
}

async function replaceRows(db: IDBDatabase, shards: readonly Uint8Array[], last: number, count: number): Promise<void> {
  const transaction = db.transaction(updatesStore, 'readwrite', { durability: 'strict' });
  const done = completed(transaction);
  const store = transaction.objectStore(updatesStore);
  const replaced = IDBKeyRange.upperBound(last);
  // Rows written meanwhile come after `last` and stay. Were any of ours gone, somebody else is at work: leave it to them.
  if ((await answer(store.count(replaced))) !== count) {
    transaction.abort();
    await done.catch(() => undefined);
    return;
  }
  store.delete(replaced);
  // Between the number before the last and the last itself there is room for all, and no other row.
  shards.forEach((shard, at) => store.put(shard, last - 1 + (at + 1) / shards.length));
  await done;
}
