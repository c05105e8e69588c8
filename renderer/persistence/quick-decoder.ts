import * as Y from 'yjs';

/** Up to so many bytes a text is put together from its letters: asking the platform's decoder takes longer. */
const short = 48;
/** Texts up to this length are mostly names of fields and words that come again and again, and are kept for the next time. */
const nameLength = 24;
/** How many are kept at once; a power of two. */
const kept = 1024;
/** What stands before a text in a list of values: see lib0's `encoding.writeAny`. */
const textMark = 119;
/** The lowest byte that is no letter by itself. */
const firstOfMany = 0x80;

/** As lib0 decodes: throws where bytes are no UTF-8. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads Yjs's first format as Yjs does, in about three quarters of the time for a large notebook: most of what is in it are short
 * texts, and Yjs asks the platform to decode each of them. Pass it to `applyUpdateV2`. Throws where bytes are no update.
 */
export class QuickDecoder extends Y.UpdateDecoderV1 {
  readonly #kept: (string | undefined)[] = [];

  override readString(): string {
    const { restDecoder } = this;
    const { arr } = restDecoder;
    const length = readLength(restDecoder);
    const start = restDecoder.pos;
    const end = start + length;
    if (end > arr.length) throw new RangeError('A text ends behind its update');
    restDecoder.pos = end;
    if (length > short) return utf8.decode(arr.subarray(start, end));
    let hash = length;
    for (let at = start; at < end; at += 1) {
      const byte = arr[at] ?? firstOfMany;
      if (byte >= firstOfMany) return utf8.decode(arr.subarray(start, end));
      hash = (Math.imul(hash, 31) + byte) | 0;
    }
    if (length > nameLength) return letters(arr, start, end);
    const place = (hash ^ (hash >>> 15)) & (kept - 1);
    const known = this.#kept[place];
    if (known?.length === length && isAt(known, arr, start)) return known;
    const read = letters(arr, start, end);
    this.#kept[place] = read;
    return read;
  }

  override readKey(): string {
    return this.readString();
  }

  override readAny(): unknown {
    const { restDecoder } = this;
    if (restDecoder.arr[restDecoder.pos] !== textMark) return super.readAny();
    restDecoder.pos += 1;
    return this.readString();
  }
}

/** A number as lib0 writes it: seven bits a byte, the lowest first; the eighth says that more follow. */
function readLength(bytes: { readonly arr: Uint8Array; pos: number }): number {
  let value = 0;
  for (let factor = 1; factor <= Number.MAX_SAFE_INTEGER; factor *= 128) {
    const byte = bytes.arr[bytes.pos];
    if (byte === undefined) break;
    bytes.pos += 1;
    value += (byte & 127) * factor;
    if (byte < 128) return value;
  }
  throw new RangeError('A length does not end');
}

function letters(bytes: Uint8Array, start: number, end: number): string {
  // `apply` takes whatever has a length and numbers; its type knows arrays only.
  return String.fromCharCode.apply(null, bytes.subarray(start, end) as unknown as number[]);
}

function isAt(text: string, bytes: Uint8Array, start: number): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) !== bytes[start + at]) return false;
  return true;
}
