/** A row by column, as SQLite gives it. */
export type Row = Readonly<Record<string, unknown>> | undefined;

export function integer(row: Row, name: string): number {
  const value = row?.[name];
  if (typeof value !== 'number') throw new Error(`The database has no number in ${name}`);
  return value;
}

export function text(row: Row, name: string): string {
  const value = row?.[name];
  if (typeof value !== 'string') throw new Error(`The database has no text in ${name}`);
  return value;
}

export function blob(row: Row, name: string): Uint8Array {
  const value = row?.[name];
  if (!(value instanceof Uint8Array)) throw new Error(`The database has no bytes in ${name}`);
  return value;
}
