import * as Y from 'yjs';
import type { Writer } from '../commands/writer.ts';

export interface Peer {
  readonly doc: Y.Doc;
  readonly writer: Writer;
}

let serial = 0;

/** A device with a document of its own, at first a copy of another's. Ids and times are predictable. */
export function peer(name: string, from?: Y.Doc): Peer {
  const doc = new Y.Doc();
  if (from !== undefined) Y.applyUpdate(doc, Y.encodeStateAsUpdate(from), 'remote');
  const writer: Writer = {
    doc,
    author: name,
    newId: () => `${name}-${String((serial += 1)).padStart(6, '0')}`,
    now: () => '2021-03-26T12:00:00.000Z',
  };
  return { doc, writer };
}

/** Brings documents together, both ways. */
export function connect(...docs: readonly Y.Doc[]): void {
  for (const from of docs) {
    for (const to of docs) {
      if (from !== to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), 'remote');
    }
  }
}
