import { beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { utf8 } from '../bytes.ts';
import { noExtension } from '../blob/extension.ts';
import { sealBlob } from '../blob/seal.ts';
import type { SyncCrypto } from '../crypto/crypto.ts';
import { loadCrypto } from '../crypto/sodium.ts';
import { authorOf, keyFor } from '../ids.ts';
import { deviceOf, keysOf, notebookKeyOf, TestAcl } from '../testing/people.ts';
import type { Device } from '../testing/people.ts';
import { GenerationGate } from './gate.ts';
import { blobList, outerDocument } from './outer.ts';

let crypto: SyncCrypto;
beforeAll(async () => {
  crypto = await loadCrypto();
});

/** A room of Mara (owner), Ilir (editor) and Noor (viewer), with a gate before its generation 1. */
function world() {
  const [mara, ilir, noor] = ['Mara', 'Ilir', 'Noor'].map((name) => deviceOf(crypto, name));
  if (mara === undefined || ilir === undefined || noor === undefined) throw new Error('nobody');
  const acl = new TestAcl(crypto, mara)
    .add({ type: 'add', device: keysOf(ilir), role: 'editor' })
    .add({ type: 'add', device: keysOf(noor), role: 'viewer' });
  const gate = new GenerationGate(crypto, 1);
  const outer = outerDocument();
  const admit = (update: Uint8Array, isNew = true) => gate.admit(update, outer, acl.state, isNew);
  const take = (update: Uint8Array) => {
    const admitted = admit(update);
    if (typeof admitted === 'string') throw new Error(admitted);
    Y.applyUpdate(outer, update);
  };
  return { mara, ilir, noor, acl, outer, admit, take };
}

interface BlobWish {
  readonly by: Device;
  readonly acl: TestAcl;
  /** The outer document it is put into, as `by` sees it. */
  readonly into: Y.Doc;
  readonly client?: number;
  readonly clock?: number;
  readonly epoch?: number;
  readonly generation?: number;
  readonly author?: Device;
}

/** A blob put into an outer document, as an update; what is not wished is as it should be. */
function blobBy({ by, acl, into, client, clock, epoch = 0, generation = 1, author = by }: BlobWish): Uint8Array {
  const header = {
    type: 'update' as const,
    epoch,
    author: authorOf(crypto, author.sign.publicKey),
    client: client ?? into.clientID,
    clock: clock ?? Y.getState(into.store, into.clientID),
    head: acl.state.head.slice(0, 8),
    extension: noExtension,
  };
  const docKey = keyFor(crypto, 'doc', notebookKeyOf(crypto, epoch), acl.room);
  const place = { room: acl.room, generation };
  const before = Y.encodeStateVector(into);
  into.getArray(blobList).push([sealBlob(crypto, header, utf8('x'), { place, docKey, device: by.sign })]);
  return Y.encodeStateAsUpdate(into, before);
}

describe('[SY21] what may stand in a generation', () => {
  it('is a blob that an editor signed for its place, whoever brings it', () => {
    const { ilir, acl, admit } = world();
    expect(admit(blobBy({ by: ilir, acl, into: outerDocument() }))).toHaveLength(1);
  });

  it('nothing of a viewer, a stranger, somebody who was removed, or in another’s name', () => {
    const { mara, ilir, noor, acl, admit } = world();
    const into = outerDocument;
    expect(admit(blobBy({ by: noor, acl, into: into() }))).toBe('may-not-write');
    expect(admit(blobBy({ by: deviceOf(crypto, 'Tess'), acl, into: into() }))).toBe('unknown-author');
    expect(admit(blobBy({ by: ilir, author: mara, acl, into: into() }))).toBe('bad-signature');
    acl.add({ type: 'remove', device: ilir.sign.publicKey });
    const removed = blobBy({ by: ilir, acl, into: into() });
    expect(admit(removed)).toBe('may-not-write');
    // What he wrote before may come back from a peer, as long as his epoch is asked for.
    expect(admit(removed, false)).toHaveLength(1);
    acl.nextEpoch(notebookKeyOf(crypto, 1));
    expect(admit(blobBy({ by: ilir, acl, into: into(), epoch: 1 }), false)).toBe('may-not-write');
  });

  it('nothing of an old epoch where it is written now, and nothing of one that nobody began', () => {
    const { ilir, acl, admit } = world();
    acl.nextEpoch(notebookKeyOf(crypto, 1));
    expect(admit(blobBy({ by: ilir, acl, into: outerDocument() }))).toBe('wrong-epoch');
    expect(admit(blobBy({ by: ilir, acl, into: outerDocument(), epoch: 2 }), false)).toBe('wrong-epoch');
  });

  it('nothing from another generation or another room', () => {
    const { ilir, mara, acl, admit } = world();
    expect(admit(blobBy({ by: ilir, acl, into: outerDocument(), generation: 2 }))).toBe('bad-signature');
    const other = new TestAcl(crypto, mara, 'another owner').add({ type: 'add', device: keysOf(ilir), role: 'editor' });
    expect(admit(blobBy({ by: ilir, acl: other, into: outerDocument() }))).toBe('bad-signature');
  });
});

describe('[SY22] attacks on the outer document', () => {
  it('squatting: a blob under somebody else’s client', () => {
    const { ilir, mara, acl, admit, take } = world();
    const victim = outerDocument();
    take(blobBy({ by: mara, acl, into: victim }));
    const copy = outerDocument();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(victim));
    copy.clientID = victim.clientID;
    expect(admit(blobBy({ by: ilir, acl, into: copy }))).toBe('squatting');
    // Her own next blob finds its place free.
    expect(admit(blobBy({ by: mara, acl, into: victim }))).toHaveLength(1);
  });

  it('squatting: a true blob in another place', () => {
    const { ilir, acl, admit } = world();
    const into = outerDocument();
    expect(admit(blobBy({ by: ilir, acl, into, client: into.clientID + 1 }))).toBe('squatting');
    expect(admit(blobBy({ by: ilir, acl, into: outerDocument(), clock: 5 }))).toBe('squatting');
  });

  it('deleting, also what does not exist yet', () => {
    const { ilir, acl, outer, admit, take } = world();
    take(blobBy({ by: ilir, acl, into: outerDocument() }));
    const copy = outerDocument();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(outer));
    const before = Y.encodeStateVector(copy);
    copy.getArray(blobList).delete(0);
    expect(admit(Y.encodeStateAsUpdate(copy, before))).toBe('deletes');
    const ahead = Y.encodeStateAsUpdate(copy);
    expect(admit(ahead)).toBe('deletes');
  });

  it.each<[string, (doc: Y.Doc) => void]>([
    ['text', (doc) => doc.getText('t').insert(0, 'junk')],
    ['an object in the list', (doc) => doc.getArray(blobList).push([{ a: 1 }])],
    ['a type in the list', (doc) => doc.getArray(blobList).push([new Y.Map()])],
    ['binary in another list', (doc) => doc.getArray('other').push([new Uint8Array(3)])],
    ['binary under a key', (doc) => doc.getMap(blobList).set('k', new Uint8Array(3))],
  ])('%s is no blob', (_, change) => {
    const { admit } = world();
    const doc = new Y.Doc();
    change(doc);
    expect(admit(Y.encodeStateAsUpdate(doc))).toBe('not-a-blob');
  });

  it('bytes that are no blob, too many bytes, and no update at all', () => {
    const { admit } = world();
    const of = (length: number) => {
      const doc = new Y.Doc();
      doc.getArray(blobList).push([new Uint8Array(length)]);
      return Y.encodeStateAsUpdate(doc);
    };
    expect(admit(of(300))).toBe('malformed');
    expect(admit(of(300_000))).toBe('too-large');
    for (const bytes of [Uint8Array.of(), Uint8Array.of(255, 255, 255), new Uint8Array(200).fill(7)])
      expect(['malformed', 'deletes', 'not-a-blob']).toContain(admit(bytes));
  });

  it('one bad blob keeps out the true ones it came with, and changes nothing for them', () => {
    const { ilir, noor, acl, admit } = world();
    const [good, bad] = [outerDocument(), outerDocument()];
    const true_ = blobBy({ by: ilir, acl, into: good });
    const both = Y.mergeUpdates([true_, blobBy({ by: noor, acl, into: bad })]);
    expect(admit(both)).toBe('may-not-write');
    expect(admit(true_)).toHaveLength(1);
  });

  it('a blob whose forerunner was lost keeps nothing else out', () => {
    const { ilir, mara, acl, outer, admit, take } = world();
    const into = outerDocument();
    const [first, , third] = [1, 2, 3].map(() => blobBy({ by: ilir, acl, into }));
    if (first === undefined || third === undefined) throw new Error('no blob');
    take(first);
    take(third);
    take(blobBy({ by: mara, acl, into: outerDocument() }));
    // As a relay gives it to a device that has nothing.
    expect(new GenerationGate(crypto, 1).admit(Y.encodeStateAsUpdate(outer), outerDocument(), acl.state)).toHaveLength(
      3,
    );
    expect(admit(first)).toEqual([]);
  });
});
