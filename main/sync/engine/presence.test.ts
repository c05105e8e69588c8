import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { toHex } from '../../../shared/sync/base64.ts';
import type { SyncCrypto } from '../../../shared/sync/crypto/crypto.ts';
import { loadCrypto } from '../../../shared/sync/crypto/sodium.ts';
import { deviceOf, keysOf, notebookKeyOf, TestAcl } from '../../../shared/sync/testing/people.ts';
import type { PeerHere } from './contract.ts';
import { Membership } from './membership.ts';
import { Presence } from './presence.ts';
import { openSaid, sealSaid } from './presence-message.ts';
import type { Said } from './presence-message.ts';
import { usual } from './tuning.ts';

let crypto: SyncCrypto;
beforeAll(async () => {
  crypto = await loadCrypto();
});
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const facts = { snapshots: [], writes: [], stored: [] };

/** Mara’s device in a room with Ilir, and what it tells and shows. */
function presence() {
  const acl = new TestAcl(crypto, deviceOf(crypto, 'Mara'));
  acl.add({ type: 'add', device: keysOf(deviceOf(crypto, 'Ilir')), role: 'editor' });
  const { sign, box } = deviceOf(crypto, 'Mara');
  const keys = new Map([[0, notebookKeyOf(crypto, 0)]]);
  const keep = { room: acl.room, relay: '', owner: acl.state.owner, ownerSecret: null, device: { sign, box }, keys };
  const options = { ...keep, acl: acl.log, snapshots: new Map<number, Uint8Array>(), awaySince: null };
  const membership = new Membership(crypto, options, () => undefined);
  const sealing = { crypto, room: acl.room, keys };
  const told: { readonly at: number; readonly said: Said | undefined; readonly sealed: string }[] = [];
  const shown: (readonly string[])[] = [];
  const mine = new Presence({
    crypto,
    tuning: usual,
    device: sign,
    room: acl.room,
    membership,
    facts: () => facts,
    tell: (sealed) => void told.push({ at: Date.now(), said: openSaid(sealing, sealed)?.said, sealed }),
    onPeers: (peers: readonly PeerHere[]) => void shown.push(peers.map(({ state }) => state)),
  });
  const said = (count: number, state: string, session = 'of Ilir', by = 'Ilir') => {
    const { length: entries, head } = acl.state;
    const words = { session, count, state, entries, head: toHex(head), ...facts };
    return sealSaid(sealing, 0, words, deviceOf(crypto, by).sign) ?? '';
  };
  return { mine, told, shown, said };
}

describe('[SY25] what a connection says of itself', () => {
  it('is not believed when it was said before: the relay repeats it, alone or beside what is said now', () => {
    const { mine, shown, said } = presence();
    const [first, second] = [said(1, 'the draft'), said(2, 'the timeline')];
    mine.hear([first]);
    mine.hear([second]);
    expect(shown).toEqual([['the draft'], ['the timeline']]);
    // As another client of the relay’s making, which the engine’s client takes for somebody else.
    mine.hear([second, first]);
    mine.hear([first, second]);
    expect(shown).toEqual([['the draft'], ['the timeline']]);
    mine.hear([first]);
    expect(shown.at(-1)).toEqual([]);
    // Also after everybody was gone: a connection of ours ended, or theirs.
    mine.hear([]);
    mine.hear([first]);
    expect(shown).toEqual([['the draft'], ['the timeline'], []]);
    mine.hear([second]);
    expect(shown.at(-1)).toEqual(['the timeline']);
    mine.hear([said(3, 'the brief')]);
    expect(shown.at(-1)).toEqual(['the brief']);
  });

  it('is counted for each connection by itself', () => {
    const { mine, shown, said } = presence();
    mine.hear([said(7, 'at the desk')]);
    mine.hear([said(7, 'at the desk'), said(1, 'on the train', 'of Ilir, too')]);
    expect(shown.at(-1)).toEqual(['at the desk', 'on the train']);
    mine.hear([said(6, 'before'), said(1, 'on the train', 'of Ilir, too')]);
    expect(shown.at(-1)).toEqual(['on the train']);
  });

  it('is not believed of strangers, nor of this connection itself', () => {
    const { mine, told, shown, said } = presence();
    mine.hear([said(1, 'let me in', 'of Uwe', 'Uwe')]);
    mine.begin();
    vi.advanceTimersByTime(0);
    mine.hear([told[0]?.sealed ?? '']);
    expect(shown).toEqual([]);
    mine.end();
  });

  it('counts on with each word, at most four a second', () => {
    const { mine, told } = presence();
    mine.begin();
    const began = Date.now();
    for (let at = 0; at < 1000; at += 10) {
      mine.present(`at ${at}`);
      vi.advanceTimersByTime(10);
    }
    expect(told.map(({ at }) => at - began)).toEqual([0, 250, 500, 750, 1000]);
    expect(told.map(({ said }) => said?.count)).toEqual([1, 2, 3, 4, 5]);
    expect(told.map(({ said }) => said?.state)).toEqual(['at 0', 'at 240', 'at 490', 'at 740', 'at 990']);
    mine.end();
  });

  it('waits where the relay passes on no more', () => {
    const { mine, told } = presence();
    mine.begin();
    vi.advanceTimersByTime(0);
    mine.pause(3000);
    mine.present('elsewhere');
    vi.advanceTimersByTime(2999);
    expect(told).toHaveLength(1);
    vi.advanceTimersByTime(251);
    expect(told.map(({ said }) => said?.state)).toEqual(['', 'elsewhere']);
    mine.end();
  });
});
