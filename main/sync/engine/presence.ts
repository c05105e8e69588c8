import { toHex } from '../../../shared/sync/base64.ts';
import type { KeyPair, SyncCrypto } from '../../../shared/sync/crypto/crypto.ts';
import { memberOf } from '../../../shared/sync/acl/state.ts';
import { limits } from '../../../shared/sync/limits.ts';
import type { PeerHere } from './contract.ts';
import type { Membership } from './membership.ts';
import { openSaid, sealSaid } from './presence-message.ts';
import type { Heard, Said } from './presence-message.ts';
import type { Tuning } from './tuning.ts';

/** What the engine says besides what the page says. */
export type Facts = Pick<Said, 'snapshots' | 'writes' | 'stored'>;

export interface PresenceOptions {
  readonly crypto: SyncCrypto;
  readonly tuning: Tuning;
  readonly device: KeyPair;
  readonly room: Uint8Array;
  readonly membership: Membership;
  /** What is true now. */
  readonly facts: () => Facts;
  /** Tells the other connections. */
  readonly tell: (sealed: string) => void;
  /** Somebody came, went, or said something else. */
  readonly onPeers: (peers: readonly PeerHere[]) => void;
}

const sessionLength = 12;
/** Connections that have ended and whose words must not be believed again. */
const mostRemembered = 2000;

/** Who else is connected, and what all say of themselves: encrypted, signed, and nothing of it twice. */
export class Presence {
  readonly #options: PresenceOptions;
  #session: string;
  #count = 0;
  #state = '';
  #timer: NodeJS.Timeout | undefined;
  #toldAt = 0;
  #isOn = false;
  #peers: ReadonlyMap<string, Heard> = new Map();
  #opened: ReadonlyMap<string, Heard | null> = new Map();
  /** The last count of each session. */
  readonly #counts = new Map<string, number>();
  #shown = '[]';

  constructor(options: PresenceOptions) {
    this.#options = options;
    this.#session = toHex(options.crypto.random(sessionLength));
  }

  /** The others who are connected. */
  get peers(): readonly Heard[] {
    return [...this.#peers.values()];
  }

  present(state: string | null): void {
    this.#state = state ?? '';
    this.tell();
  }

  /** A connection is there, on which others are told; they do not know it yet. */
  begin(): void {
    this.#session = toHex(this.#options.crypto.random(sessionLength));
    this.#isOn = true;
    this.tell();
  }

  /** Nobody is heard of any more. */
  end(): void {
    this.#isOn = false;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.hear([]);
  }

  /** Something that others should know has changed. They are told soon. */
  tell(): void {
    if (!this.#isOn || this.#timer !== undefined) return;
    const left = this.#toldAt + this.#options.tuning.presence - Date.now();
    this.#timer = setTimeout(() => this.#speak(), Math.max(0, left));
  }

  /** Says nothing for a while. */
  pause(milliseconds: number): void {
    this.#toldAt = Date.now() + milliseconds;
  }

  /** What the other connections say now, all of it. */
  hear(sealed: readonly string[]): void {
    const { crypto, room, membership } = this.#options;
    const keys = { crypto, room, keys: membership.keys };
    this.#opened = new Map(sealed.map((one) => [one, this.#opened.get(one) ?? openSaid(keys, one)] as const));
    const peers = new Map<string, Heard>();
    for (const heard of this.#opened.values()) {
      if (heard === null || !this.#isBelieved(heard)) continue;
      const known = peers.get(heard.said.session);
      if (known === undefined || known.said.count < heard.said.count) peers.set(heard.said.session, heard);
    }
    for (const [session, { said }] of peers) this.#remember(session, said.count);
    this.#peers = peers;
    this.#show();
  }

  #isBelieved({ device, said }: Heard): boolean {
    const { state } = this.#options.membership;
    if (said.session === this.#session || state === null || memberOf(state, device) === undefined) return false;
    return said.count >= (this.#counts.get(said.session) ?? 0);
  }

  #remember(session: string, count: number): void {
    this.#counts.delete(session);
    this.#counts.set(session, count);
    const [oldest] = this.#counts.keys();
    if (this.#counts.size > mostRemembered && oldest !== undefined) this.#counts.delete(oldest);
  }

  #show(): void {
    const peers = [...this.#peers].map(([session, { device, said }]): PeerHere => ({
      session,
      device,
      state: said.state,
    }));
    const shown = JSON.stringify(peers.map(({ session, device, state }) => [session, toHex(device), state]));
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#options.onPeers(peers);
  }

  #speak(): void {
    this.#timer = undefined;
    const { crypto, room, membership, device, facts, tell } = this.#options;
    const { state } = membership;
    if (!this.#isOn || state === null) return;
    this.#toldAt = Date.now();
    this.#count += 1;
    const said: Said = {
      session: this.#session,
      count: this.#count,
      state: this.#state,
      entries: state.length,
      head: toHex(state.head),
      ...facts(),
    };
    const keys = { crypto, room, keys: membership.keys };
    const sealed = sealSaid(keys, state.epoch, said, device);
    if (sealed === null) return;
    // What the relay does not pass on anyway: better no words of the page than nobody there.
    const isFine = sealed.length <= limits.awareness;
    const short = isFine ? sealed : sealSaid(keys, state.epoch, { ...said, state: '' }, device);
    if (short !== null) tell(short);
  }
}
