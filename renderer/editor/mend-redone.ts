import * as Y from 'yjs';

/**
 * Makes everybody read undone text in the same order. Yjs 13 brings deleted items back beside the neighbours they had;
 * where a neighbour's own return lies elsewhere by now (its block was changed and changed back), the new item names a
 * right neighbour that stands to its left, and other devices then put it in another place than this one. Here each new
 * item names the neighbours it really has. It must run before the transaction is sent: on `afterTransaction`.
 */
export function mendRedone(transaction: Y.Transaction): void {
  if (!(transaction.origin instanceof Y.UndoManager)) return;
  const { clientID, store } = transaction.doc;
  const structs = store.clients.get(clientID) ?? [];
  const from = transaction.beforeState.get(clientID) ?? 0;
  for (let index = structs.length - 1; index >= 0; index -= 1) {
    const item = structs[index];
    if (item === undefined || item.id.clock < from) break;
    // Entries of maps and attributes have no neighbours.
    if (item instanceof Y.Item && item.parentSub === null) nameNeighbours(item);
  }
}

/** Newer items of this device did not exist yet when others will place this one, so they are passed over. */
function nameNeighbours(item: Y.Item): void {
  const isNewer = (other: Y.Item): boolean => other.id.client === item.id.client && other.id.clock > item.id.clock;
  let { left, right } = item;
  while (left !== null && isNewer(left)) left = left.left;
  while (right !== null && isNewer(right)) right = right.right;
  item.origin = left?.lastId ?? null;
  item.rightOrigin = right?.id ?? null;
}

/** Keeps mending a document's undone items until the returned function is called. */
export function mendUndo(doc: Y.Doc): () => void {
  doc.on('afterTransaction', mendRedone);
  return () => doc.off('afterTransaction', mendRedone);
}
