import * as Y from 'yjs';

/**
 * What `mine` holds that `theirs` does not, structs or deletions, as one update; null where it holds nothing more. Structs that wait for
 * others in `theirs` count as not held.
 */
export function differenceTo(mine: Y.Doc, theirs: Y.Doc): Uint8Array | null {
  const vector = Y.encodeStateVector(theirs);
  if (Y.equalSnapshots(Y.snapshot(mine), Y.snapshot(theirs))) return null;
  const update = Y.encodeStateAsUpdate(mine, vector);
  const { structs, ds } = Y.decodeUpdate(update);
  return structs.length === 0 && isWithin(ds, Y.snapshot(theirs).ds) ? null : update;
}

type Deletions = Y.Snapshot['ds'];

/** Whether everything that one set deletes is deleted in another. */
function isWithin(some: Deletions, all: Deletions): boolean {
  for (const [client, ranges] of some.clients) {
    const others = all.clients.get(client) ?? [];
    // Sorted and joined, as Yjs keeps the set of a document.
    const covered = ranges.every(({ clock, len }) =>
      others.some((other) => other.clock <= clock && clock + len <= other.clock + other.len),
    );
    if (!covered) return false;
  }
  return true;
}
