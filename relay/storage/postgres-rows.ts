/** A row by column, as PostgreSQL gives it. */
export type Row = Readonly<Record<string, unknown>>;

/** Large integers and sums come as text. */
export function integer(row: Row | undefined, name: string): number {
  const value = Number(row?.[name]);
  if (!Number.isSafeInteger(value)) throw new Error(`The database has no number in ${name}`);
  return value;
}

export function text(row: Row, name: string): string {
  const value = row[name];
  if (typeof value !== 'string') throw new Error(`The database has no text in ${name}`);
  return value;
}

export function blob(row: Row, name: string): Uint8Array {
  const value = row[name];
  if (!(value instanceof Uint8Array)) throw new Error(`The database has no bytes in ${name}`);
  return new Uint8Array(value);
}
