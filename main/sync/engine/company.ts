import type { KeyPair, SyncCrypto } from '../../../shared/sync/crypto/crypto.ts';
import type { Place } from '../../../shared/sync/room/coverage.ts';
import type { Taken } from '../../../shared/sync/room/session.ts';
import type { PeerHere } from './contract.ts';
import type { Link } from './link.ts';
import type { Membership } from './membership.ts';
import { Presence } from './presence.ts';
import type { Facts } from './presence.ts';
import { Stored } from './stored.ts';
import { contradictions, digestOf, Suspicion, withheld } from './suspicion.ts';
import type { Tuning } from './tuning.ts';

export interface CompanyOptions {
  readonly crypto: SyncCrypto;
  readonly tuning: Tuning;
  readonly device: KeyPair;
  readonly room: Uint8Array;
  readonly membership: Membership;
  readonly onPeers: (peers: readonly PeerHere[]) => void;
  /** What somebody else was told contradicts what was told here. */
  readonly onUntrue: () => void;
}

/** Generations that are told of in which one connection has written: it may stay for days, and each word of presence is short. */
const mostWritten = 8;
/** Snapshots of one generation that are told of: there are two where two devices ended the one before at once. */
const mostTold = 4;

/** The others who are connected: who they are, what they have stored, and whether they were told the same. */
export class Company {
  readonly #membership: Membership;
  readonly #patience: number;
  readonly #onUntrue: () => void;
  readonly #presence: Presence;
  readonly #stored = new Stored();
  readonly #contradicted: Suspicion;
  readonly #missed: Suspicion;
  #link: Link | null = null;
  #timer: NodeJS.Timeout | undefined;
  #told = '';

  constructor({ onUntrue, ...options }: CompanyOptions) {
    const { patience, resync } = options.tuning;
    this.#membership = options.membership;
    this.#patience = patience;
    this.#onUntrue = onUntrue;
    this.#contradicted = new Suspicion(patience);
    // What was lost between two relays comes when these have asked each other, and then when the device asks.
    this.#missed = new Suspicion(2 * resync + patience);
    this.#presence = new Presence({
      ...options,
      facts: () => this.#facts(),
      tell: (sealed) => this.#link?.tell(sealed),
    });
  }

  get isEmpty(): boolean {
    return this.#presence.peers.length === 0;
  }

  get devices(): readonly Uint8Array[] {
    return this.#presence.peers.map(({ device }) => device);
  }

  /** Whether somebody knows more entries of the membership. */
  get knowsMore(): boolean {
    return this.#presence.peers.some(({ said }) => said.entries > this.#membership.log.length);
  }

  /** A connection is there. */
  begin(link: Link): void {
    this.#link = link;
    this.#presence.begin();
    this.hear();
  }

  end(): void {
    this.#link = null;
    clearTimeout(this.#timer);
    this.#presence.end();
  }

  present(state: string | null): void {
    this.#presence.present(state);
  }

  pause(milliseconds: number): void {
    this.#presence.pause(milliseconds);
  }

  /** What came from others, handed over under a mark. */
  taken(taken: readonly Taken[], mark: number): void {
    this.#stored.add(taken, mark);
  }

  stored(mark: number): void {
    this.#stored.confirm(mark);
    this.tellFacts();
  }

  /** Somebody said something. */
  hear(): void {
    this.#presence.hear(this.#link?.awareness() ?? []);
    this.#suspect();
    this.tellFacts();
  }

  /** Tells the others what is true now, if that is not what they were told. */
  tellFacts(): void {
    const facts = JSON.stringify([this.#facts(), this.#membership.log.length]);
    if (facts === this.#told) return;
    this.#told = facts;
    this.#presence.tell();
  }

  /** Whether one of them has stored everything that was written over this connection. False where that is nothing. */
  hasMine(): boolean {
    const mine = this.#written().filter(({ clock }) => clock > 0);
    if (mine.length === 0) return false;
    return this.#presence.peers.some(({ said }) =>
      mine.every((own) =>
        said.stored.some(([generation, client, clock]) => {
          return generation === own.generation && client === own.client && clock >= own.clock;
        }),
      ),
    );
  }

  /** Looks whether what others know contradicts what is known here, or is kept from it, now and as long as it is so. */
  #suspect(): void {
    clearTimeout(this.#timer);
    const link = this.#link;
    if (link === null) return;
    const { peers } = this.#presence;
    const found = peers.flatMap((peer) => contradictions(peer, this.#membership, link.session));
    const missing = peers.flatMap((peer) => withheld(peer, link.session));
    const hasGrown = [this.#contradicted.hasGrown(found), this.#missed.hasGrown(missing)];
    if (hasGrown.includes(true)) this.#onUntrue();
    else if (found.length + missing.length > 0) this.#timer = setTimeout(() => this.#suspect(), this.#patience);
  }

  /** Where this connection writes or has written: others are asked for no more than they are told of. */
  #written(): readonly Place[] {
    const session = this.#link?.session;
    const newest = session?.generations().slice(-2) ?? [];
    const places = session?.own().filter(({ generation, clock }) => newest.includes(generation) || clock > 0) ?? [];
    return [...places].sort((a, b) => a.generation - b.generation).slice(-mostWritten);
  }

  /** What others should know of this device besides where somebody is. */
  #facts(): Facts {
    const session = this.#link?.session;
    const newest = session?.generations().slice(-2) ?? [];
    const writes = this.#written();
    const asked = this.#presence.peers.flatMap(({ said }) => said.writes);
    return {
      snapshots: newest.map((generation) => [
        generation,
        session?.snapshots(generation).slice(0, mostTold).map(digestOf) ?? [],
      ]),
      writes: writes.map(({ generation, client, clock }) => {
        return [generation, client, Math.min(clock, this.#link?.receipt(generation, client) ?? 0)];
      }),
      stored: asked.flatMap(([generation, client]): Facts['stored'] => {
        const clock = this.#stored.clock(generation, client);
        return clock === 0 ? [] : [[generation, client, clock]];
      }),
    };
  }
}
