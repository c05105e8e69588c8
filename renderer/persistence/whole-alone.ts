import * as Y from 'yjs';
import { applyRows, FromStore, hasGaps } from './apply-rows.ts';

/** Whether updates fit together without anything else, and say something. */
export async function isWholeAlone(values: readonly unknown[]): Promise<boolean> {
  const doc = new Y.Doc();
  await applyRows(doc, values, new FromStore('journal'));
  const isWhole = !hasGaps(doc) && doc.store.clients.size > 0;
  doc.destroy();
  return isWhole;
}
