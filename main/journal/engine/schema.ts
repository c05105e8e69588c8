/** The layout of a journal file. What is written here is written for ever: later formats add, and raise the number. */

/** The file's name inside a notebook's folder. */
export const journalName = 'journal.sqlite';

/** `PRAGMA application_id`: the letters BSTY. */
export const applicationId = 0x42535459;

/** `PRAGMA user_version`. A program refuses files of a higher one and leaves them alone. */
export const formatVersion = 1;

/** The same of a journal in an encrypted library: every program that knows nothing of encryption leaves it alone. */
export const sealedFormat = 2;

/** Bytes of a page. The salvager relies on it where the file's own word for it is destroyed. */
export const pageSize = 4096;

/** As SQLite keeps them: a file whose schema reads differently is damaged. */
export const tables = {
  meta: 'CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL, sum BLOB NOT NULL)',
  rows: 'CREATE TABLE rows(seq INTEGER PRIMARY KEY, nr INTEGER NOT NULL, doc TEXT NOT NULL, at INTEGER NOT NULL, kept INTEGER NOT NULL, author TEXT NOT NULL, author_id TEXT, session TEXT NOT NULL, origin TEXT NOT NULL, step INTEGER NOT NULL, sum BLOB NOT NULL, bytes BLOB NOT NULL)',
  rows_by_doc: 'CREATE INDEX rows_by_doc ON rows(doc, seq)',
  checkpoints:
    'CREATE TABLE checkpoints(id INTEGER PRIMARY KEY, doc TEXT NOT NULL, seq INTEGER NOT NULL, kept INTEGER NOT NULL, at INTEGER NOT NULL, sum BLOB NOT NULL, bytes BLOB NOT NULL)',
} as const;

/**
 * Exclusive locking keeps the index of the log in memory, as this SQLite has no shared memory; FULL flushes the log at every
 * commit. Both have to be set before the file is first looked into.
 */
export const settings = `
  PRAGMA locking_mode=EXCLUSIVE;
  PRAGMA page_size=${pageSize};
  PRAGMA journal_mode=WAL;
  PRAGMA synchronous=FULL;
  PRAGMA cell_size_check=ON;
  PRAGMA trusted_schema=OFF;
  PRAGMA temp_store=MEMORY;
  PRAGMA journal_size_limit=4194304;
`;

/** Makes the layout in an empty file. */
export const layoutOf = (format: number): string => `
  ${Object.values(tables).join(';\n')};
  PRAGMA application_id=${applicationId};
  PRAGMA user_version=${format};
`;
