import { beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { SyncCrypto } from '../crypto/crypto.ts';
import { loadCrypto } from '../crypto/sodium.ts';
import type { DocumentUpdate } from '../payload.ts';
import { unsound } from '../testing/unsound.suite.ts';
import { forge } from '../testing/forge.ts';
import { garbage } from '../testing/garbage.suite.ts';
import { deviceOf, keysOf, notebookKeyOf, TestAcl } from '../testing/people.ts';
import { outerDocument } from './outer.ts';
import { RoomSession } from './session.ts';
import type { Taken } from './session.ts';

let crypto: SyncCrypto;
beforeAll(async () => {
  crypto = await loadCrypto();
});

const device = (name: string) => deviceOf(crypto, name);
const docId = 'notebook';

/** Mara and Noor, whose devices read what Ilir forges. */
function world() {
  const acl = ['Ilir', 'Noor'].reduce(
    (log, name) => log.add({ type: 'add', device: keysOf(device(name)), role: 'editor' }),
    new TestAcl(crypto, device('Mara')),
  );
  const deviceFor = (name: string) => {
    const doc = new Y.Doc();
    const taken: Taken[] = [];
    const session = new RoomSession({
      crypto,
      acl: acl.state,
      device: device(name).sign,
      keys: new Map([[0, notebookKeyOf(crypto, 0)]]),
      inner: { ids: () => [docId], get: () => doc },
      onTaken: (one) => void taken.push(one),
    });
    return { doc, session, taken, text: () => doc.getText('t').toJSON() };
  };
  const forged = (...updates: readonly DocumentUpdate[]) =>
    forge(crypto, acl, device('Ilir'), { kind: 'updates', updates }).update;
  return { acl, mara: deviceFor('Mara'), noor: deviceFor('Noor'), forged };
}

describe('[SY33] [SY35] an editor', () => {
  it.each(Object.entries(unsound))('who writes what %s: nothing of it is handed on, and all goes on', (_, bad) => {
    const { mara, noor, forged } = world();
    noor.doc.getText('t').insert(0, 'Salvage ');
    mara.session.receive(0, noor.session.reconcile()?.update ?? new Uint8Array());
    expect(mara.session.receive(0, forged({ docId, ...bad }))).toEqual({ refused: null, unread: 0 });
    expect(mara.taken.at(-1)?.changes).toEqual([]);
    noor.doc.once('update', (update: Uint8Array) => {
      const outgoing = noor.session.write([{ docId, format: 'v1', update }]);
      mara.session.receive(0, outgoing.update);
    });
    noor.doc.getText('t').insert(0, 'Tug ');
    expect([mara.text(), mara.taken.at(-1)?.changes.length]).toEqual(['Tug Salvage ', 1]);
    expect(mara.session.isAhead()).toBe(false);
    expect(mara.session.rotate()).not.toBeNull();
  });

  it('who divides what would take for ever among many updates of a small blob: not taken', () => {
    const { mara, forged } = world();
    const updates = Array.from({ length: 10 }, (_, client) => garbage(9000, client + 1));
    mara.session.receive(0, forged(...updates.map((update) => ({ docId, format: 'v2' as const, update }))));
    expect(Y.decodeStateVector(Y.encodeStateVector(mara.doc)).size).toBe(1);
  });

  it.each([
    ['before', 0xffff_ffff],
    ['after', 0],
  ])('who names a large text of somebody else with another key, %s it: it is read all the same', (_, client) => {
    const { acl, mara, noor } = world();
    mara.doc.getText('t').insert(0, 'A long report. '.repeat(20_000));
    const honest = mara.session.reconcile();
    const file = honest?.file ?? null;
    if (honest === null || file === null) throw new Error('no file');
    const into = outerDocument();
    into.clientID = client;
    const named = { kind: 'file', cid: file.cid, key: crypto.random(32), size: 1 } as const;
    const relay = outerDocument();
    Y.applyUpdate(relay, honest.update);
    Y.applyUpdate(relay, forge(crypto, acl, device('Ilir'), named, { into }).update);
    noor.session.receive(0, Y.encodeStateAsUpdate(relay));
    const [cid] = noor.session.wanted();
    expect(noor.session.supply(cid ?? '', file.bytes)).toBe(true);
    expect([noor.text(), noor.session.wanted()]).toEqual([mara.text(), []]);
    expect(noor.session.rotate()).not.toBeNull();
  });
});
