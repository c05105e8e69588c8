import type { Database } from 'node-sqlite3-wasm';
import { newerFormat, otherKey, plainFile, sealedFile } from './problems.ts';
import { sameBytes, sumOf } from './row.ts';
import { applicationId, formatVersion, sealedFormat, tables } from './schema.ts';
import type { Seal } from './seal.ts';
import type { Keeping } from './sealed-rows.ts';
import { all } from './sqlite.ts';
import { DamagedFile, JournalTrouble } from './trouble.ts';

/** What is remembered besides rows: `format` and `notebook`, `key` (which library key a sealed file was written under), `looked` (a row's number), `lost` (how many rows never came back), `notices` (untold ones, JSON), `foreign` (the last of the rows that came with a file, from whatever device). */
export type MetaKey = 'format' | 'notebook' | 'key' | 'looked' | 'lost' | 'notices' | 'foreign';

/** The format of a file under that seal. */
export function formatOf(seal: Seal | null): number {
  return seal === null ? formatVersion : sealedFormat;
}

/**
 * Refuses what a newer program wrote, what is sealed where nothing should be, and the other way round; throws `DamagedFile` for what no
 * program of ours wrote.
 */
export function checkFormat(db: Database, { notebook, seal }: Keeping): void {
  const [version] = all(db, 'PRAGMA user_version');
  const [application] = all(db, 'PRAGMA application_id');
  if (application?.['application_id'] !== applicationId) throw new DamagedFile('It is not marked as a journal');
  const format = version?.['user_version'];
  // One flipped bit makes another number; who wrote the file said it a second time.
  const said = metaOf(db, notebook, 'format');
  const isKnown = said === String(formatVersion) || said === String(sealedFormat);
  if (typeof format === 'number' && format > sealedFormat && !isKnown) throw new JournalTrouble(newerFormat);
  if (said === String(sealedFormat) && seal === null) throw new JournalTrouble(sealedFile);
  if (format === formatVersion && said === String(formatVersion) && seal !== null) throw new JournalTrouble(plainFile);
  if (format !== formatOf(seal)) throw new DamagedFile('It has no format');
  checkTables(db);
  if (seal === null) return;
  const key = metaOf(db, notebook, 'key');
  if (key === null) throw new DamagedFile('It does not say which key it was written under');
  if (key !== seal.keyId) throw new JournalTrouble(otherKey);
}

function checkTables(db: Database): void {
  const found = new Map(
    all(db, 'SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL').map((raw) => [raw['name'], raw['sql']]),
  );
  for (const [name, sql] of Object.entries(tables))
    if (found.get(name) !== sql) throw new DamagedFile(`Its table ${name} is not as it was made`);
  // They would run at every write, and nobody of ours made them.
  if (all(db, "SELECT name FROM sqlite_schema WHERE type IN ('trigger', 'view')").length > 0)
    throw new DamagedFile('Somebody has put a program into it');
}

function metaOf(db: Database, notebook: string, key: MetaKey): string | null {
  const [raw] = all(db, 'SELECT value, sum FROM meta WHERE key = ?', [key]);
  return checkedMeta(notebook, key, raw?.['value'], raw?.['sum']);
}

/** Remembers a value. */
export function writeMeta(db: Database, notebook: string, key: MetaKey, value: string): void {
  const sum = sumOf('meta', [notebook, key, value], new Uint8Array());
  db.run(
    'INSERT INTO meta(key, value, sum) VALUES (?,?,?) ON CONFLICT(key) DO UPDATE SET value = excluded.value, sum = excluded.sum',
    [key, value, sum],
  );
}

/** What is remembered under a key, when its checksum says so. */
export function checkedMeta(notebook: string, key: string, value: unknown, sum: unknown): string | null {
  if (typeof value !== 'string' || !(sum instanceof Uint8Array)) return null;
  return sameBytes(sumOf('meta', [notebook, key, value], new Uint8Array()), sum) ? value : null;
}
