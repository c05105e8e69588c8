import { brotliCompressSync, brotliDecompressSync, constants, deflateRawSync, inflateRawSync } from 'node:zlib';

/**
 * How a state lies in a backup: `as-given` (deflated, as the page hands it over), or `brotli`, which takes about a tenth less
 * room and which the page's own engine cannot write.
 */
export const packings = ['as-given', 'brotli'] as const;

/** A document's state, packed. */
export interface PackedState {
  readonly packing: (typeof packings)[number];
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The quality from which on Brotli takes much longer for little. */
const quality = 5;

/** Below this many bytes there is nothing to gain. */
const worthIt = 1024;

/** Packs what the page deflated. Bytes that are not deflated are kept as they are. */
export function packState(given: Uint8Array<ArrayBuffer>): PackedState {
  const asGiven: PackedState = { packing: 'as-given', bytes: given };
  if (given.byteLength < worthIt) return asGiven;
  try {
    const state = inflateRawSync(given);
    const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: state.byteLength };
    const bytes = new Uint8Array(brotliCompressSync(state, { params }));
    return bytes.byteLength < given.byteLength ? { packing: 'brotli', bytes } : asGiven;
  } catch {
    return asGiven;
  }
}

/** The state, deflated again; it says the same as what the page handed over. */
export function unpackState({ packing, bytes }: PackedState): Uint8Array<ArrayBuffer> {
  return packing === 'as-given' ? bytes : new Uint8Array(deflateRawSync(brotliDecompressSync(bytes)));
}
