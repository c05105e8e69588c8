import { concat, readWhole, u32 } from '../bytes.ts';

/** The smallest bucket, in bytes: most batches of typing fall into it. */
const smallest = 256;
const lengthBytes = 4;

/**
 * The size that a length is padded to: at least 256, above that as Padmé rounds (Nikitin et al., "Reducing Metadata Leakage from
 * Encrypted Files", PETS 2019): at most 12 % more, and of a length only the order of magnitude and a few bits show.
 */
export function bucketOf(length: number): number {
  if (length <= smallest) return smallest;
  const exponent = Math.floor(Math.log2(length));
  const bits = Math.floor(Math.log2(exponent)) + 1;
  const step = 2 ** (exponent - bits);
  return Math.ceil(length / step) * step;
}

/** A text with its length before it and zeros behind it, as long as a bucket. */
export function pad(text: Uint8Array): Uint8Array {
  const used = lengthBytes + text.length;
  return concat(u32(text.length), text, new Uint8Array(bucketOf(used) - used));
}

/** The text; null where it was not padded so. */
export function unpad(padded: Uint8Array): Uint8Array | null {
  return readWhole(padded, (reader) => {
    const length = reader.u32();
    if (padded.length !== bucketOf(lengthBytes + length)) return null;
    const text = reader.take(length);
    return reader.take(reader.left).every((byte) => byte === 0) ? text : null;
  });
}
