import { answer, completed, deleteDatabase, openDatabase, readRows, sameBytes, updatesStore } from './database.ts';

/**
 * Copies a document's rows, byte for byte, into a new database, and reads them back. Throws, leaving nothing behind, when
 * there is nothing to copy, when the target exists, or when the copy is not found again.
 */
export async function copyDatabase(from: string, to: string): Promise<void> {
  const source = await openDatabase(from, { create: false });
  if (source === null) throw new Error('There is nothing stored to copy');
  const rows = await readRows(source).finally(() => source.close());
  const existing = await openDatabase(to, { create: false });
  if (existing !== null) {
    existing.close();
    throw new Error('There is a document of that name already');
  }
  const target = await openDatabase(to, { create: true });
  if (target === null) throw new Error('The copy could not be created');
  try {
    await writeRows(
      target,
      rows.map((row) => row.value),
    );
    target.close();
  } catch (error) {
    target.close();
    await deleteDatabase(to);
    throw error;
  }
}

async function writeRows(target: IDBDatabase, values: readonly unknown[]): Promise<void> {
  const writing = target.transaction(updatesStore, 'readwrite', { durability: 'strict' });
  for (const value of values) writing.objectStore(updatesStore).add(value);
  await completed(writing);
  const found = await answer<unknown[]>(target.transaction(updatesStore).objectStore(updatesStore).getAll());
  const same = found.length === values.length && values.every((value, index) => isSame(found[index], value));
  if (!same) throw new Error('The copy could not be read back');
}

/** Damaged rows are copied as they are; only what is bytes can be compared. */
function isSame(found: unknown, value: unknown): boolean {
  return !(value instanceof Uint8Array) || sameBytes(found, value);
}
