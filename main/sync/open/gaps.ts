import * as Y from 'yjs';

/** Reads a document out of the journal where an edit of the page builds on one that was stored and never came here. */
export class Gaps {
  readonly #load: (docId: string, doc: Y.Doc) => Promise<unknown>;
  readonly #loading = new Set<string>();
  /** Documents where the journal did not have what an edit builds on: it is not asked for each further one. */
  readonly #vain = new Set<string>();

  /** @param load applies to a document what the journal has of it */
  constructor(load: (docId: string, doc: Y.Doc) => Promise<unknown>) {
    this.#load = load;
  }

  /** An edit of the page was applied to a document. */
  look(docId: string, doc: Y.Doc, update: Uint8Array): void {
    if (!isPartly(doc, update)) this.#vain.delete(docId);
    else if (!this.#vain.has(docId) && !this.#loading.has(docId)) void this.#fill(docId, doc, update);
  }

  async #fill(docId: string, doc: Y.Doc, update: Uint8Array): Promise<void> {
    this.#loading.add(docId);
    // Without an answer nothing is lost: the page hands over what is missing here when it opens the notebook the next time.
    await this.#load(docId, doc).catch(() => undefined);
    this.#loading.delete(docId);
    if (isPartly(doc, update)) this.#vain.add(docId);
  }
}

/** Whether something of an update waits in a document for what came before it. What others sent may wait there, too: that is not asked. */
function isPartly(doc: Y.Doc, update: Uint8Array): boolean {
  if (doc.store.pendingStructs === null && doc.store.pendingDs === null) return false;
  const { structs, ds } = Y.decodeUpdate(update);
  const isBeyond = (client: number, end: number): boolean => end > Y.getState(doc.store, client);
  return (
    structs.some(({ id, length }) => isBeyond(id.client, id.clock + length)) ||
    [...ds.clients].some(([client, ranges]) => ranges.some(({ clock, len }) => isBeyond(client, clock + len)))
  );
}
