import * as Y from 'yjs';
import type { KeyPair, SyncCrypto } from '../crypto/crypto.ts';
import { noExtension } from '../blob/extension.ts';
import type { BlobType } from '../blob/layout.ts';
import { sealBlob } from '../blob/seal.ts';
import { authorOf, headPrefixLength, keyFor } from '../ids.ts';
import { payloadBytes } from '../payload.ts';
import type { Payload } from '../payload.ts';
import { blobList, outerDocument } from '../room/outer.ts';
import type { Outgoing } from '../room/session.ts';
import { notebookKeyOf } from './people.ts';
import type { Device, TestAcl } from './people.ts';

/** What an attacker wishes of a blob; what is not wished is as it should be. */
export interface Forgery {
  readonly type?: BlobType;
  readonly epoch?: number;
  readonly generation?: number;
  /** Whom the blob names as its author; `by` signs it all the same. */
  readonly author?: Device;
  readonly client?: number;
  readonly clock?: number;
  readonly extension?: Uint8Array;
  /** The generation that it is signed for, where it is put into another. */
  readonly signedFor?: number;
  readonly room?: Uint8Array;
  /** Encrypted as it is: need not be a payload. */
  readonly text?: Uint8Array;
  /** The outer document as the attacker sees it. */
  readonly into?: Y.Doc;
}

/** A blob as somebody would send it who does not keep to the rules. */
export function forge(
  crypto: SyncCrypto,
  acl: TestAcl,
  by: Device,
  payload: Payload,
  {
    type = 'update',
    epoch = acl.state.epoch,
    generation = 0,
    author = by,
    into = outerDocument(),
    ...wish
  }: Forgery = {},
): Outgoing {
  const room = wish.room ?? acl.room;
  const header = {
    type,
    epoch,
    author: authorOf(crypto, author.sign.publicKey),
    client: wish.client ?? into.clientID,
    clock: wish.clock ?? Y.getState(into.store, into.clientID),
    head: acl.state.head.slice(0, headPrefixLength),
    extension: wish.extension ?? noExtension,
  };
  const docKey = keyFor(crypto, 'doc', notebookKeyOf(crypto, epoch), room);
  const place = { room, generation: wish.signedFor ?? generation };
  const device: KeyPair = by.sign;
  const bytes = sealBlob(crypto, header, wish.text ?? payloadBytes(payload), { place, docKey, device });
  const before = Y.encodeStateVector(into);
  into.getArray(blobList).push([bytes]);
  return { generation, update: Y.encodeStateAsUpdate(into, before), file: null };
}

/** A payload that adds a text to the notebook. */
export function saying(words: string, docId = 'notebook'): Payload {
  const doc = new Y.Doc();
  doc.getText('t').insert(0, words);
  return { kind: 'updates', updates: [{ docId, format: 'v1', update: Y.encodeStateAsUpdate(doc) }] };
}
