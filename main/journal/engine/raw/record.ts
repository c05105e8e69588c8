/** SQLite's record format (https://www.sqlite.org/fileformat2.html#record_format): what one cell of a table says. */

export type RawValue = string | number | null | Uint8Array;

/** A number of one to nine bytes, and where it ends; null when it runs over the end. Numbers above 2^53 count as damage. */
export function varint(bytes: Uint8Array, at: number): { readonly value: number; readonly end: number } | null {
  let value = 0;
  for (let i = 0; i < 9; i += 1) {
    const byte = bytes[at + i];
    if (byte === undefined) return null;
    value = i === 8 ? value * 256 + byte : value * 128 + (byte & 0x7f);
    if (value > Number.MAX_SAFE_INTEGER) return null;
    if (i === 8 || byte < 0x80) return { value, end: at + i + 1 };
  }
  return null;
}

/** The columns of a record; null when the bytes are none. */
export function record(payload: Uint8Array): readonly RawValue[] | null {
  const header = varint(payload, 0);
  if (header === null || header.value > payload.byteLength) return null;
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  const values: RawValue[] = [];
  let body = header.value;
  for (let at = header.end; at < header.value;) {
    const type = varint(payload, at);
    if (type === null || type.end > header.value) return null;
    at = type.end;
    const length = lengthOf(type.value);
    if (length === null || body + length > payload.byteLength) return null;
    values.push(valueOf(type.value, view, payload.subarray(body, body + length), body));
    body += length;
  }
  return body === payload.byteLength ? values : null;
}

/** Bytes of a value by its serial type; null for a type that is reserved. */
function lengthOf(type: number): number | null {
  if (type >= 12) return Math.floor((type - 12) / 2);
  return [0, 1, 2, 3, 4, 6, 8, 8, 0, 0][type] ?? null;
}

function valueOf(type: number, view: DataView, bytes: Uint8Array, at: number): RawValue {
  if (type === 0) return null;
  if (type === 7) return view.getFloat64(at);
  if (type === 8 || type === 9) return type - 8;
  if (type < 7) return integer(bytes);
  return type % 2 === 0 ? bytes : Buffer.from(bytes).toString('utf8');
}

/** A big-endian integer with its sign. Beyond 2^53 it is rounded, and no checksum will fit it. */
function integer(bytes: Uint8Array): number {
  let value = (bytes[0] ?? 0) >= 0x80 ? -1 : 0;
  for (const byte of bytes) value = value * 256 + byte;
  return value;
}
