import { beforeAll, expect, it } from 'vitest';
import * as Y from 'yjs';
import { loadCrypto } from '../crypto/sodium.ts';
import type { SyncCrypto } from '../crypto/crypto.ts';
import { deviceOf, keysOf, notebookKeyOf, TestAcl } from '../testing/people.ts';
import type { Device } from '../testing/people.ts';
import { RoomSession } from './session.ts';

let crypto: SyncCrypto;
beforeAll(async () => {
  crypto = await loadCrypto();
});

function sessionOf(device: Device, acl: TestAcl, epochs: readonly number[]): { session: RoomSession; doc: Y.Doc } {
  const doc = new Y.Doc({ guid: 'notebook' });
  const keys = new Map(epochs.map((epoch) => [epoch, notebookKeyOf(crypto, epoch)]));
  const inner = { ids: () => ['notebook'], get: () => doc };
  return { session: new RoomSession({ crypto, acl: acl.state, device: device.sign, keys, inner }), doc };
}

it('[SY23] no generation is begun over a blob whose key is not known here, nor over one whose file has not come', () => {
  const [mara, ilir] = [deviceOf(crypto, 'Mara'), deviceOf(crypto, 'Ilir')];
  const acl = new TestAcl(crypto, mara).add({ type: 'add', device: keysOf(ilir), role: 'editor' });
  const first = sessionOf(mara, acl, [0]);
  first.doc.getText('t').insert(0, 'Tug ');
  const written = first.session.reconcile();
  if (written === null) throw new Error('nothing to send');

  acl.nextEpoch(notebookKeyOf(crypto, 1));
  const later = sessionOf(ilir, acl, [1]);
  expect(later.session.receive(0, written.update)).toEqual({ refused: null, unread: 1 });
  expect(later.session.rotate()).toBeNull();

  const knowing = sessionOf(ilir, acl, [0, 1]);
  expect(knowing.session.receive(0, written.update)).toEqual({ refused: null, unread: 0 });
  expect(knowing.session.rotate()).not.toBeNull();

  const large = sessionOf(mara, acl, [0, 1]);
  large.doc.getText('t').insert(0, 'Tug '.repeat(100_000));
  const filed = large.session.reconcile();
  if (filed?.file === undefined || filed.file === null) throw new Error('it should be a file');
  const waiting = sessionOf(ilir, acl, [0, 1]);
  waiting.session.receive(0, filed.update);
  expect(waiting.session.rotate()).toBeNull();
  for (const cid of waiting.session.wanted()) waiting.session.supply(cid, filed.file.bytes);
  expect(waiting.session.rotate()).not.toBeNull();
});
