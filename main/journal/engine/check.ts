import { columns } from './journal-file.ts';
import type { JournalFile } from './journal-file.ts';
import { readRow } from './sealed-rows.ts';
import { all, each, guarded } from './sqlite.ts';
import { DamagedFile } from './trouble.ts';

/** Rows of one slice of the check. */
const slice = 200;

/**
 * Checks every row's sum, that none is missing between others, and that the index finds the same rows as the table; a
 * slice at a time. Throws `DamagedFile`.
 */
export function* checkRows(file: JournalFile): Generator<void> {
  const numbers = new Map<string, number>();
  let after = 0;
  for (;;) {
    const counts = new Map<string, number>();
    const from = after;
    guarded(file.path, () => {
      const sql = `SELECT ${columns} FROM rows NOT INDEXED WHERE seq > ? ORDER BY seq LIMIT ?`;
      for (const raw of each(file.db, sql, [from, slice])) {
        const row = readRow(file, raw);
        if (row === null) throw new DamagedFile('A row is not what was written');
        if (row.nr !== (numbers.get(row.doc) ?? 0) + 1) throw new DamagedFile('A row is missing');
        if (row.seq <= after) throw new DamagedFile('Rows are out of order');
        numbers.set(row.doc, row.nr);
        counts.set(row.doc, (counts.get(row.doc) ?? 0) + 1);
        after = row.seq;
      }
      const indexed = 'SELECT count(*) AS n FROM rows INDEXED BY rows_by_doc WHERE doc = ? AND seq > ? AND seq <= ?';
      for (const [doc, count] of counts)
        if (all(file.db, indexed, [doc, from, after])[0]?.['n'] !== count)
          throw new DamagedFile('The index lacks a row');
    });
    if (counts.size === 0) return;
    yield;
  }
}
