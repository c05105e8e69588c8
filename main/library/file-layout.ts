import { maxSourceBytes } from '../../shared/bridge/index.ts';
import { applicationId, formatVersion, sealedFormat, tables } from '../journal/engine/schema.ts';

/**
 * A notebook as one file (`.backstory`), format 1: the journal's own layout, so that every row keeps its number, its author, its
 * time and its checksum, and the captures of its sources. docs/FORMAT.md has it in words.
 */

/** The ending of such files, with its dot. */
export const fileEnding = '.backstory';

/** Besides the journal's own tables. A capture's name is its checksum. */
export const capturesTable = 'CREATE TABLE captures(hash TEXT PRIMARY KEY, bytes BLOB NOT NULL)';

/** Everything such a file may hold, as SQLite keeps it. */
export const fileTables: Readonly<Record<string, string>> = { ...tables, captures: capturesTable };

/** The largest row and the largest capture that are read, in bytes, as the bridge carries them. */
export const maxBlob = maxSourceBytes;

/** The largest file that is looked into, in bytes (16 GiB). */
export const maxFile = 16 * 1024 * 1024 * 1024;

/** What the first hundred bytes of a file say it is. */
export type Kind = 'notebook' | 'sealed' | 'newer' | 'other';

/** Reads the header of a SQLite file (https://www.sqlite.org/fileformat2.html#the_database_header). */
export function kindOf(head: Uint8Array): Kind {
  const magic = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  if (magic.byteLength < 100 || magic.toString('latin1', 0, 16) !== 'SQLite format 3\0') return 'other';
  if (magic.readUInt32BE(68) !== applicationId) return 'other';
  const format = magic.readUInt32BE(60);
  if (format === sealedFormat) return 'sealed';
  return format > formatVersion ? 'newer' : 'notebook';
}

/** How many bytes a SQLite file says it has: its pages, by their size. */
export function declaredSize(head: Uint8Array): number {
  const header = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  const size = header.readUInt16BE(16);
  // A page of 64 KiB does not fit into the field and is written as 1.
  return header.readUInt32BE(28) * (size === 1 ? 65_536 : size);
}

/** Whether an id can be a notebook's: it becomes part of document ids and of a folder's name. */
export function isNotebookId(id: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9-]{7,99}$/.test(id) && !/^library(?:-\d+)?$/.test(id);
}

/** Whether a document is one of the notebook's: its root, or named after it. */
export function belongsTo(notebook: string, doc: string): boolean {
  return doc === notebook || (doc.startsWith(`${notebook}.`) && /^[\w.-]{1,200}$/.test(doc));
}
