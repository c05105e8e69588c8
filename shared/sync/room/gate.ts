import * as Y from 'yjs';
import { toHex } from '../base64.ts';
import { parseBlob } from '../blob/layout.ts';
import type { SyncCrypto } from '../crypto/crypto.ts';
import { authorOf } from '../ids.ts';
import type { AclState } from '../acl/state.ts';
import { admitBlob, admitNewBlob } from './admission.ts';
import type { AdmittedBlob, BlobProblem } from './admission.ts';
import { blobsOfUpdate } from './outer.ts';
import type { OuterBlob, OuterProblem } from './outer.ts';

/** Why an update may not be applied. */
export type Refusal = OuterProblem | BlobProblem;

/** A blob that may be applied, with its bytes. */
export interface Admitted extends AdmittedBlob {
  readonly bytes: Uint8Array;
}

/**
 * Stands before one generation's outer document, at the relay and again at each device: what it lets through can be applied, and everything
 * else is refused whole, so that nothing untrue ever takes the place of something true.
 */
export class GenerationGate {
  readonly #crypto: SyncCrypto;
  readonly #generation: number;
  /** The author of each client of the outer document (as blobs name it, in hexadecimal): the first to write as it. */
  readonly #owners = new Map<number, string>();

  constructor(crypto: SyncCrypto, generation: number) {
    this.#crypto = crypto;
    this.#generation = generation;
  }

  /** Keeps a client of the outer document for a device, before it has written anything. */
  keep(client: number, device: Uint8Array): void {
    this.#owners.set(client, toHex(authorOf(this.#crypto, device)));
  }

  /** The clients of the outer document that a device writes, or wrote, as. */
  clientsOf(device: Uint8Array): readonly number[] {
    const author = toHex(authorOf(this.#crypto, device));
    return [...this.#owners].flatMap(([client, owner]) => (owner === author ? [client] : []));
  }

  /**
   * The blobs of an update that `outer` does not have, if all of them may be there; else the first reason why not. With `isNew` they have to be of the
   * present epoch and of a present member, as a relay asks of what is written now.
   */
  admit(update: Uint8Array, outer: Y.Doc, acl: AclState, isNew = false): readonly Admitted[] | Refusal {
    const blobs = blobsOfUpdate(update);
    if (typeof blobs === 'string') return blobs;
    const admitted: Admitted[] = [];
    const owners = new Map<number, string>();
    for (const blob of blobs) {
      if (blob.clock < Y.getState(outer.store, blob.client)) continue;
      const one = this.#admitOne(blob, acl, isNew);
      if (typeof one === 'string') return one;
      const author = toHex(one.blob.header.author);
      const owner = owners.get(blob.client) ?? this.#ownerOf(blob.client, outer) ?? author;
      if (owner !== author) return 'squatting';
      owners.set(blob.client, author);
      admitted.push({ ...one, bytes: blob.bytes });
    }
    for (const [client, author] of owners) this.#owners.set(client, author);
    return admitted;
  }

  /** Whose a client is: as it was kept or seen here, or as the document's first blob of it says, which another gate let in. */
  #ownerOf(client: number, outer: Y.Doc): string | undefined {
    const known = this.#owners.get(client);
    if (known !== undefined) return known;
    const first = outer.store.clients.get(client)?.[0];
    const content = first instanceof Y.Item ? first.content : null;
    const blob = content instanceof Y.ContentBinary ? parseBlob(content.content) : null;
    return blob === null ? undefined : toHex(blob.header.author);
  }

  #admitOne(blob: OuterBlob, acl: AclState, isNew: boolean): AdmittedBlob | BlobProblem {
    const place = { acl, generation: this.#generation };
    const admitted = (isNew ? admitNewBlob : admitBlob)(this.#crypto, blob, place);
    return admitted.ok ? admitted.value : admitted.error;
  }
}
