import { createHash } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { JournalRow, NewRow } from '../../shared/bridge/index.ts';
import { flushFolder } from '../files/atomic-write.ts';
import { JournalFile } from '../journal/engine/journal-file.ts';
import type { LibraryFolder } from '../journal/engine/library.ts';
import type { NotebookJournal } from '../journal/engine/notebook-journal.ts';
import { journalName } from '../journal/engine/schema.ts';
import type { Keeping } from '../journal/engine/sealed-rows.ts';
import { needSpace } from '../journal/engine/disk.ts';
import { inTransaction, openDatabase } from '../journal/engine/sqlite.ts';
import { putCapture } from './captures.ts';
import { freeName } from './free-name.ts';
import type { NotebookFile } from './notebook-file.ts';
import { inTheWay, LibraryTrouble } from './trouble.ts';
import { type Work } from './work.ts';
import { insertRow } from './write-notebook-file.ts';

/** Where a notebook is made, and as what. */
export interface NewPlace {
  readonly library: LibraryFolder;
  /** A folder of the library's disk that nobody takes for a notebook. It must not exist yet. */
  readonly aside: string;
  /** Another id, for a notebook of its own; null for the one it was. */
  readonly as: string | null;
}

/**
 * Makes a notebook's folder of a checked file: aside first, whole and flushed, then under its name. Numbers, authors and times of all
 * rows stay; a notebook of its own gets other document ids. Throws `LibraryTrouble`, `JournalTrouble` or the system's error.
 */
export async function addNotebook(file: NotebookFile, { library, aside, as }: NewPlace, work: Work): Promise<void> {
  const notebook = as ?? file.notebook;
  if (library.find(notebook) !== null) throw new LibraryTrouble(inTheWay);
  await mkdir(aside, { recursive: true });
  try {
    const seal = library.vault?.sealOf(notebook) ?? null;
    const docs = await copyRows(file, join(aside, journalName), { notebook, seal }, work);
    for await (const { hash, bytes } of file.captures(work)) {
      needSpace(aside, bytes.byteLength);
      await putCapture({ folder: aside, seal }, hash, bytes);
    }
    library.label(aside, { format: 1, id: notebook, title: file.title, docs });
    await rename(aside, freeName(join(library.path, library.nameFor(notebook, file.title))));
    await flushFolder(library.path);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

async function copyRows(file: NotebookFile, path: string, keeping: Keeping, work: Work): Promise<string[]> {
  const { notebook, seal } = keeping;
  JournalFile.create(path, notebook, { seal });
  let count = 0;
  const docs = new Set<string>();
  const db = openDatabase(path);
  try {
    for await (const rows of file.rows(work)) {
      needSpace(
        path,
        rows.reduce((sum, { bytes }) => sum + bytes.byteLength, 0),
      );
      count += rows.length;
      inTransaction(db, () => {
        for (const row of rows) {
          const doc = notebook + row.doc.slice(file.notebook.length);
          docs.add(doc);
          insertRow(db, keeping, { ...row, doc });
        }
      });
    }
  } finally {
    db.close();
  }
  const journal = JournalFile.open(path, notebook, seal);
  journal.setMeta('foreign', String(journal.lastSeq));
  // Rows that the exporting journal had lost leave gaps, which are no news here.
  if (count < journal.lastSeq) journal.setMeta('lost', String(journal.lastSeq - count));
  journal.close();
  return [...docs];
}

/**
 * Appends to a notebook what a checked file of the same notebook holds and its journal does not: as `merge`, with author and time as they
 * are. Doing it again appends nothing. Throws as `addNotebook`; what was appended until then stays, and does no harm.
 * @returns how many rows were appended
 */
export async function mergeNotebook(file: NotebookFile, journal: NotebookJournal, work: Work): Promise<number> {
  const known = new Set<string>();
  for (const doc of journal.documents) for (const row of rowsIn(journal, doc)) known.add(keyOf(row));
  let appended = 0;
  for await (const rows of file.rows(work)) {
    const news = rows.filter((row) => !known.has(keyOf(row)));
    // The bridge's own bound for one call; a portion of tiny rows may have more.
    for (let at = 0; at < news.length; at += 1000) journal.append(news.slice(at, at + 1000).map(merged), Date.now());
    appended += news.length;
  }
  for await (const { hash, bytes } of file.captures(work)) {
    needSpace(journal.folder, bytes.byteLength);
    await putCapture(journal, hash, bytes);
  }
  return appended;
}

function merged({ doc, bytes, at, author, authorId, session, step }: JournalRow): NewRow {
  return { doc, bytes, at, author, authorId, session, step, origin: 'merge' };
}

/** Two rows are the same change when all that their maker said of them is. What took a row in, and when, is a journal's own. */
function keyOf({ doc, at, author, authorId, session, step, bytes }: JournalRow): string {
  const head = JSON.stringify([doc, at, author, authorId, session, step]);
  return createHash('sha256').update(head).update('\n').update(bytes).digest('base64');
}

/** All rows of a document that a journal holds. */
export function* rowsIn(journal: NotebookJournal, doc: string): Generator<JournalRow> {
  for (let after = 0, more = true; more;) {
    const part = journal.read(doc, after, null);
    yield* part.rows;
    more = part.more;
    after = part.rows.at(-1)?.seq ?? after;
  }
}
