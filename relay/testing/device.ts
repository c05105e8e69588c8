import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import * as Y from 'yjs';
import { toBase64 } from '../../shared/sync/base64.ts';
import type { SyncCrypto } from '../../shared/sync/crypto/crypto.ts';
import { parseMessage } from '../../shared/sync/messages.ts';
import type { SyncMessage } from '../../shared/sync/messages.ts';
import { RoomEdit, RoomSession } from '../../shared/sync/room/session.ts';
import type { Outgoing } from '../../shared/sync/room/session.ts';
import { notebookKeyOf } from '../../shared/sync/testing/people.ts';
import type { Device, TestAcl } from '../../shared/sync/testing/people.ts';
import { signToken } from '../../shared/sync/token.ts';
import { documentName } from '../rooms/document-name.ts';

const docId = 'notebook';

/** Somebody's device, connected to a real relay by the engine's own client. */
export class TestDevice {
  readonly doc = new Y.Doc({ guid: docId });
  readonly messages: SyncMessage[] = [];
  readonly closed: { readonly code: number; readonly reason: string }[] = [];
  refused: string | null = null;
  readonly session: RoomSession;
  readonly provider: HocuspocusProvider;
  /** What goes over the wire: the engine applies to it whatever comes, so it is not what we believe. */
  readonly #wire = new Y.Doc({ gc: false });
  readonly #socket: HocuspocusProviderWebsocket;
  readonly #generation: number;

  constructor(
    crypto: SyncCrypto,
    url: string,
    acl: TestAcl,
    device: Device,
    generation = 0,
    now: () => number = Date.now,
  ) {
    this.#generation = generation;
    this.session = new RoomSession({
      crypto,
      acl: acl.state,
      device: device.sign,
      keys: new Map([0, 1, 2].map((epoch) => [epoch, notebookKeyOf(crypto, epoch)])),
      inner: { ids: () => [docId], get: () => this.doc },
    });
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (!(origin instanceof RoomEdit)) this.send(this.session.write([{ docId, format: 'v1', update }]));
    });
    this.#wire.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.session.receive(generation, update);
    });
    const claims = () => ({ room: acl.room, relay: url, head: acl.state.head, issuedAt: now() });
    this.#socket = new HocuspocusProviderWebsocket({ url: url.replace('http', 'ws') });
    this.provider = new HocuspocusProvider({
      websocketProvider: this.#socket,
      name: documentName({ room: toBase64(acl.room), generation }),
      document: this.#wire,
      token: () => signToken(crypto, claims(), device.sign),
      onStateless: ({ payload }) => {
        const message = parseMessage(payload);
        if (message !== null) this.messages.push(message);
      },
      onAuthenticationFailed: ({ reason }) => {
        this.refused = reason;
      },
      onClose: ({ event }) => {
        this.closed.push(event);
      },
    });
    this.provider.attach();
  }

  get text(): Y.Text {
    return this.doc.getText('t');
  }

  send({ update }: Outgoing): void {
    Y.applyUpdate(this.#wire, update, this);
  }

  /** Whether what this device wrote is stored for good, by the relay's last receipt. */
  isDurable(): boolean {
    const receipt = this.messages.findLast((message) => message.type === 'durable');
    const mine = Y.decodeStateVector(this.session.vector(this.#generation));
    const stored = receipt === undefined ? new Map<number, number>() : Y.decodeStateVector(receipt.vector);
    return [...mine].every(([client, clock]) => (stored.get(client) ?? 0) >= clock);
  }

  stop(): void {
    this.provider.destroy();
    this.#socket.destroy();
  }
}
