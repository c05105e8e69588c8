/** Bytes as the protocol lays them out: unsigned integers, most significant byte first. */

/** One array of all parts, in order. */
export function concat(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Whether two arrays hold the same. For public values only: how long it takes tells where they differ. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/** An integer of 0 to 2^32 - 1 as four bytes. Throws for any other number, which is a bug. */
export function u32(value: number): Uint8Array<ArrayBuffer> {
  if (!Number.isInteger(value) || value < 0 || value > 0xffff_ffff) throw new Error(`Not 32 bits: ${value}`);
  return Uint8Array.of(value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);
}

/** An integer of 0 to 2^16 - 1 as two bytes. Throws for any other number, which is a bug. */
export function u16(value: number): Uint8Array<ArrayBuffer> {
  if (!Number.isInteger(value) || value < 0 || value > 0xffff) throw new Error(`Not 16 bits: ${value}`);
  return Uint8Array.of(value >>> 8, value & 255);
}

/** Milliseconds since 1970, or another safe integer from 0, as eight bytes. Throws for any other number, which is a bug. */
export function u64(value: number): Uint8Array<ArrayBuffer> {
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`Not a safe integer: ${value}`);
  return concat(u32(Math.floor(value / 2 ** 32)), u32(value % 2 ** 32));
}

/** What is read ends before what should be there. Caught at the boundary of each format. */
export class Truncated extends Error {}

/** Reads bytes from the beginning. Every method throws `Truncated` where too few are left. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** How many bytes have been read. */
  get at(): number {
    return this.#at;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  /** A copy of the next `length` bytes. */
  take(length: number): Uint8Array<ArrayBuffer> {
    if (length > this.left) throw new Truncated();
    const taken = this.#bytes.slice(this.#at, this.#at + length);
    this.#at += length;
    return taken;
  }

  u8(): number {
    return this.take(1)[0] ?? 0;
  }

  u16(): number {
    return this.u8() * 0x100 + this.u8();
  }

  u32(): number {
    return this.u16() * 0x1_0000 + this.u16();
  }

  /** Throws `Truncated` for what is beyond safe integers, too: no honest writer has such a value. */
  u64(): number {
    const value = this.u32() * 2 ** 32 + this.u32();
    if (!Number.isSafeInteger(value)) throw new Truncated();
    return value;
  }

  /** Text of UTF-8. Throws `Truncated` where it is none. */
  text(length: number): string {
    const bytes = this.take(length);
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      throw new Truncated();
    }
  }
}

/** What `read` makes of the whole of some bytes; null where they end too early or too late. */
export function readWhole<T>(bytes: Uint8Array, read: (reader: ByteReader) => T | null): T | null {
  const reader = new ByteReader(bytes);
  try {
    const value = read(reader);
    return reader.left === 0 ? value : null;
  } catch (error) {
    if (error instanceof Truncated) return null;
    throw error;
  }
}
