import * as Y from 'yjs';
import { limits } from '../limits.ts';

/** The root of an outer document: an array with one blob per element. Nothing else is in it, and nothing is ever deleted. */
export const blobList = 'l';

/** A blob as it stands in an outer document. */
export interface OuterBlob {
  readonly client: number;
  readonly clock: number;
  readonly bytes: Uint8Array;
}

/** Why an update is refused as a whole. */
export type OuterProblem = 'malformed' | 'deletes' | 'not-a-blob' | 'too-large';

/**
 * A new outer document. A client id of its own for each session: a clock is never used twice, whatever a relay forgot. `client`: that one, where a test
 * has to be the same each time.
 */
export function outerDocument(client?: number): Y.Doc {
  // There is nothing to collect, and a relay that deletes must not make us forget.
  const outer = new Y.Doc({ gc: false });
  if (client !== undefined) outer.clientID = client;
  return outer;
}

/**
 * The blobs that an update adds. Only elements of one binary each are let through: what else Yjs could do with the document
 * (deleting, embedding, other roots) is what an attacker would do.
 */
export function blobsOfUpdate(update: Uint8Array): readonly OuterBlob[] | OuterProblem {
  let decoded: ReturnType<typeof Y.decodeUpdate>;
  try {
    decoded = Y.decodeUpdate(update);
  } catch {
    return 'malformed';
  }
  if (decoded.ds.clients.size > 0) return 'deletes';
  const blobs: OuterBlob[] = [];
  for (const struct of decoded.structs) {
    // The place of what was lost before a blob that came: nothing stands there.
    if (struct instanceof Y.Skip) continue;
    if (!(struct instanceof Y.Item) || struct.parentSub !== null || !isInList(struct)) return 'not-a-blob';
    const { content, id } = struct;
    if (!(content instanceof Y.ContentBinary)) return 'not-a-blob';
    if (content.content.length > limits.blob) return 'too-large';
    blobs.push({ client: id.client, clock: id.clock, bytes: content.content });
  }
  return blobs;
}

/** An element names the root, or a neighbour, whose root it then shares. */
function isInList({ parent, origin, rightOrigin }: Y.Item): boolean {
  // A decoded item's parent is a name, an id, or nothing, whatever Yjs's types say.
  const name: unknown = parent;
  return name === blobList || (name === null && (origin !== null || rightOrigin !== null));
}
