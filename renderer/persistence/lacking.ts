import * as Y from 'yjs';
import { applyNew, applyRows, FromStore } from './apply-rows.ts';
import { shardsOf } from './shards.ts';

/**
 * What a store lacks of a document as it is now, as updates in parts.
 * @param values what the store has
 * @param underWay what it is being given anyway
 */
export async function lackingIn(
  values: readonly unknown[],
  doc: Y.Doc,
  underWay: readonly Uint8Array[],
): Promise<readonly Uint8Array[]> {
  // Now: what is done to the document from here on goes the usual way.
  const state = Y.encodeStateAsUpdate(doc);
  const origin = new FromStore('journal');
  const scratch = new Y.Doc();
  await applyRows(scratch, [...values, ...underWay], origin);
  const { news } = await applyNew(scratch, [state], origin);
  scratch.destroy();
  return news.flatMap((update) => shardsOf(update));
}
