import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { connectRoom } from '../../../main/sync/engine/connect-room.ts';
import type { Tuning } from '../../../main/sync/engine/tuning.ts';
import { toBase64 } from '../../../shared/sync/base64.ts';
import { signedEntryBytes } from '../../../shared/sync/acl/entry.ts';
import type { SyncCrypto } from '../../../shared/sync/crypto/crypto.ts';
import { loadCrypto } from '../../../shared/sync/crypto/sodium.ts';
import { deviceOf, keysOf, notebookKeyOf, TestAcl } from '../../../shared/sync/testing/people.ts';

/** Somebody with a document that a server keeps the same as everybody's. */
export interface Client {
  readonly doc: Y.Doc;
  /** Milliseconds, as `performance` counts them, at which the last edit began to be sent. */
  readonly sent: () => number;
  readonly stop: () => void;
}

/** A place where documents meet. */
export interface Meeting {
  /** Resolves when everything that is there has come into the document, and everything in it is there. */
  readonly join: (doc: Y.Doc) => Promise<Client>;
}

const people = 32;
const docId = 'notebook';

/** Edits are sent when the turn that they were made in is over. */
export const atOnce: Partial<Tuning> = { idle: 0, longest: 0, alone: 0 };

/** A room at our relay, over the connection that the app has. Absent `tuning`: as the app has it. */
export async function roomAt(url: string, name: string, tuning: Partial<Tuning> = {}): Promise<Meeting> {
  const crypto = await loadCrypto();
  const devices = Array.from({ length: people }, (_, index) => deviceOf(crypto, `${name} ${index}`));
  const [first = deviceOf(crypto, name), ...others] = devices;
  const acl = new TestAcl(crypto, first, name);
  for (const device of others) acl.add({ type: 'add', device: keysOf(device), role: 'editor' });
  for (const entry of acl.log) {
    const body = new Uint8Array(signedEntryBytes(entry));
    await fetch(`${url}/v1/rooms/${toBase64(acl.room)}/acl`, { method: 'POST', body });
  }
  let joined = 0;
  return {
    async join(doc) {
      const { sign, box } = devices[joined++ % people] ?? first;
      const watched = watching(crypto);
      const room = connectRoom({
        crypto: watched.crypto,
        keep: {
          room: acl.room,
          relay: url,
          owner: acl.state.owner,
          ownerSecret: null,
          device: { sign, box },
          keys: new Map([[0, notebookKeyOf(crypto, 0)]]),
          acl: acl.log,
          snapshots: new Map(),
          awaySince: null,
        },
        inner: { ids: () => [docId], get: () => doc },
        tuning,
        events: {
          onArrived: () => undefined,
          onStatus: () => undefined,
          onMembership: () => undefined,
          onPeers: () => undefined,
          onKeep: () => undefined,
          onReached: () => undefined,
        },
      });
      const reached = await room.reached();
      if (!reached.ok) throw new Error(reached.error.message);
      while (doc.store.clients.size > 0 && room.status().reached === 'here') await setTimeout(5);
      const send = (update: Uint8Array, origin: unknown): void => {
        if (origin !== local) return;
        watched.next();
        room.edit(docId, update);
      };
      doc.on('update', send);
      return {
        doc,
        sent: watched.began,
        stop() {
          doc.off('update', send);
          void room.close();
        },
      };
    },
  };
}

/** The origin of edits made here. */
export const local = 'local';

/** Notes when cryptography is first asked for something after `next`: sealing what is sent begins with that. */
function watching(crypto: SyncCrypto) {
  let at = 0;
  let isNext = false;
  const sha256: SyncCrypto['sha256'] = (...parts) => {
    if (isNext) at = performance.now();
    isNext = false;
    return crypto.sha256(...parts);
  };
  return { crypto: { ...crypto, sha256 }, next: () => void (isNext = true), began: () => at };
}

/** A document at Hocuspocus, in clear text, over its own client. */
export function documentAt(url: string, name: string): Meeting {
  return {
    async join(doc) {
      const websocketProvider = new HocuspocusProviderWebsocket({
        url: url.replace('http', 'ws'),
        WebSocketPolyfill: WebSocket,
      });
      let at = 0;
      const note = (_: Uint8Array, origin: unknown): void => void (at = origin === local ? performance.now() : at);
      doc.on('update', note);
      await new Promise<void>((resolve) => {
        const provider = new HocuspocusProvider({
          websocketProvider,
          name,
          document: doc,
          awareness: null,
          onSynced: () => resolve(),
        });
        provider.attach();
      });
      return {
        doc,
        sent: () => at,
        stop() {
          doc.off('update', note);
          websocketProvider.destroy();
        },
      };
    },
  };
}

/** Everybody at a relay that only passes messages on. */
export function blobsAt(url: string): Meeting {
  return {
    async join(doc) {
      const socket = new WebSocket(url.replace('http', 'ws'));
      let at = 0;
      // With the default binaryType of ws, a message is one buffer.
      socket.on('message', (data) => Y.applyUpdate(doc, new Uint8Array(data as Buffer)));
      await once(socket, 'open');
      const send = (update: Uint8Array, origin: unknown): void => {
        if (origin !== local) return;
        at = performance.now();
        socket.send(update);
      };
      doc.on('update', send);
      return {
        doc,
        sent: () => at,
        stop() {
          doc.off('update', send);
          socket.terminate();
        },
      };
    },
  };
}
