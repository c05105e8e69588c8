import { concat, readWhole, u16, u32, utf8 } from './bytes.ts';

/** How the bytes of a document are written: Yjs's two update formats. */
export const updateFormats = { v1: 1, v2: 2 } as const;
export type UpdateFormat = keyof typeof updateFormats;

/** What changed in one document of a notebook: the root document or a draft, by its id. */
export interface DocumentUpdate {
  readonly docId: string;
  readonly format: UpdateFormat;
  readonly update: Uint8Array;
}

/** The encrypted text of a blob: updates of documents, or a file that holds them because they are large. */
export type Payload =
  | { readonly kind: 'updates'; readonly updates: readonly DocumentUpdate[] }
  /** `cid`: SHA-256 of the encrypted file; `key`: 32 bytes. The file's text is a payload of updates. */
  | { readonly kind: 'file'; readonly cid: Uint8Array; readonly key: Uint8Array; readonly size: number };

const kinds = { updates: 1, file: 2 } as const;
const hashLength = 32;
const keyLength = 32;
/** Ids are ours; longer ones are somebody's attempt. */
const longestId = 512;

/** The payload as bytes. Throws for an id of more than 512 bytes, which is a bug. */
export function payloadBytes(payload: Payload): Uint8Array {
  if (payload.kind === 'file') return concat(Uint8Array.of(kinds.file), payload.cid, payload.key, u32(payload.size));
  return concat(
    Uint8Array.of(kinds.updates),
    u16(payload.updates.length),
    ...payload.updates.flatMap(({ docId, format, update }) => {
      const id = utf8(docId);
      if (id.length > longestId) throw new Error('The id of a document is too long');
      return [u16(id.length), id, Uint8Array.of(updateFormats[format]), u32(update.length), update];
    }),
  );
}

/** Reads it; null where it is none of this version. The updates themselves are not looked into. */
export function parsePayload(bytes: Uint8Array): Payload | null {
  return readWhole(bytes, (reader) => {
    const kind = reader.u8();
    if (kind === kinds.file)
      return { kind: 'file', cid: reader.take(hashLength), key: reader.take(keyLength), size: reader.u32() };
    if (kind !== kinds.updates) return null;
    const updates: DocumentUpdate[] = [];
    for (let left = reader.u16(); left > 0; left -= 1) {
      const length = reader.u16();
      if (length === 0 || length > longestId) return null;
      const docId = reader.text(length);
      const number = reader.u8();
      const format = number === updateFormats.v1 ? 'v1' : number === updateFormats.v2 ? 'v2' : null;
      if (format === null) return null;
      updates.push({ docId, format, update: reader.take(reader.u32()) });
    }
    return { kind: 'updates', updates };
  });
}
