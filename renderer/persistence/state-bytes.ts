import * as Y from 'yjs';
import { hasGaps } from './apply-rows.ts';
import { QuickDecoder } from './quick-decoder.ts';
import { shardsOf } from './shards.ts';

/** A document's state as checkpoints and backups hold it: Yjs's second format, deflated (raw). */
export async function stateOf(doc: Y.Doc): Promise<Uint8Array> {
  return await piped(Y.encodeStateAsUpdateV2(doc), new CompressionStream('deflate-raw'));
}

/** The updates (V1) that a state consists of, in parts that can be applied one after another. Throws where it is damaged. */
export async function updatesOf(state: Uint8Array): Promise<readonly Uint8Array[]> {
  return shardsOf(Y.convertUpdateFormatV2ToV1(await inflated(state)));
}

/** A state in Yjs's second format as it was before it was deflated. Throws where it is damaged. */
export function inflated(state: Uint8Array): Promise<Uint8Array> {
  return piped(state, new DecompressionStream('deflate-raw'));
}

/** A document of updates (V1); null where they cannot be read or do not fit together. The caller destroys it. */
export function docOf(updates: readonly unknown[]): Y.Doc | null {
  const doc = new Y.Doc();
  try {
    doc.transact(() => {
      for (const update of updates) {
        if (!(update instanceof Uint8Array)) throw new TypeError('A row is not bytes');
        Y.applyUpdateV2(doc, update, undefined, QuickDecoder);
      }
    });
    if (!hasGaps(doc)) return doc;
  } catch {
    // Said by the answer.
  }
  doc.destroy();
  return null;
}

async function piped(bytes: Uint8Array, through: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  const stream = new Blob([bytes.slice()]).stream().pipeThrough(through);
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
