import { err, ok } from '../../../shared/lib/result.ts';
import type { Result } from '../../../shared/lib/result.ts';
import { toHex } from '../../../shared/sync/base64.ts';
import { memberOf } from '../../../shared/sync/acl/state.ts';
import type { AclState } from '../../../shared/sync/acl/state.ts';
import { lengths } from '../../../shared/sync/crypto/crypto.ts';
import type { Outgoing, Taken } from '../../../shared/sync/room/session.ts';
import { arrivedOf } from './arrived.ts';
import { Retries } from './backoff.ts';
import { Company } from './company.ts';
import type { RoomConnectionOptions, RoomKeep, SyncProblem } from './contract.ts';
import { EpochDuty, owedBy } from './epoch-duty.ts';
import { FileTransfer } from './files.ts';
import { later } from './later.ts';
import { Link } from './link.ts';
import { Membership, nextEpoch } from './membership.ts';
import { Outbox } from './outbox.ts';
import { Progress } from './progress.ts';
import { RelayClient } from './relay-client.ts';
import { Rotation } from './rotation.ts';
import { isForgetful, sameSnapshots, snapshotsToKeep } from './suspicion.ts';
import { problem, problemOfTrouble, trouble, troubleOf } from './trouble.ts';
import type { Trouble } from './trouble.ts';
import { usual } from './tuning.ts';
import type { Tuning } from './tuning.ts';

/** A room that this device is connected to, or tries to be. */
export class Room {
  readonly #options: RoomConnectionOptions;
  readonly tuning: Tuning;
  readonly membership: Membership;
  readonly client: RelayClient;
  readonly files: FileTransfer;
  readonly progress: Progress;
  readonly #outbox: Outbox;
  readonly #company: Company;
  readonly #rotation: Rotation;
  readonly #epochs: EpochDuty;
  readonly #retries: Retries;
  readonly #closed = new AbortController();
  readonly #waiting: ((result: Result<undefined, SyncProblem>) => void)[] = [];
  #keep: RoomKeep;
  #link: Link | null = null;
  #isConnecting = false;
  #timer: NodeJS.Timeout | undefined;
  #wasReached = false;
  #mark = 0;
  /** There are edits that may not be sent. */
  #isHeldBack = false;
  #isUntrue = false;

  constructor(options: RoomConnectionOptions) {
    const { crypto, keep, tuning, events } = options;
    this.#options = options;
    this.#keep = keep;
    this.tuning = { ...usual, ...tuning };
    this.#retries = new Retries(this.tuning);
    this.membership = new Membership(crypto, keep, () => this.#onMembership());
    this.client = new RelayClient({
      crypto,
      relay: keep.relay,
      room: keep.room,
      device: keep.device.sign,
      head: () => this.membership.head,
      answer: this.tuning.answer,
      closed: this.#closed.signal,
    });
    this.files = new FileTransfer(this.client, keep.room, this.tuning);
    this.progress = new Progress(events.onStatus);
    this.#outbox = new Outbox(
      this.tuning,
      () => this.#company.isEmpty,
      () => this.flush(),
    );
    const device = keep.device.sign;
    const { tuning: all, membership } = this;
    this.#company = new Company({
      crypto,
      tuning: all,
      device,
      room: keep.room,
      membership,
      onPeers: events.onPeers,
      onUntrue: () => this.#distrust(),
    });
    this.#rotation = new Rotation({
      crypto,
      tuning: all,
      device: device.publicKey,
      session: () => (this.#link?.isReached === true && membership.mayWrite ? this.#link.session : null),
      others: () => this.#company.devices.filter((other) => membership.isWriter(other)),
      rotate: (generation) => this.#rotate(generation),
    });
    this.#epochs = new EpochDuty(membership, all, () => void this.#beginEpoch());
    void this.#connect();
  }

  get closed(): AbortSignal {
    return this.#closed.signal;
  }

  edit(docId: string, update: Uint8Array): void {
    this.progress.edited();
    // Without a connection nothing has to wait: the next one finds what the room does not have.
    if (this.#link === null) return;
    if (this.membership.mayWrite) this.#outbox.add(docId, update);
    else this.#isHeldBack = true;
  }

  /** Sends what waits. */
  flush(): void {
    const link = this.#link;
    if (link?.isReached !== true) return;
    link.send(() => {
      if (!this.membership.mayWrite) {
        this.#isHeldBack ||= !this.#outbox.isEmpty;
        return null;
      }
      const updates = this.#outbox.take();
      return updates.length === 0 ? null : link.session.write(updates);
    });
  }

  /** Removes a device; a new key for those who remain; and what is written from then on begins with a snapshot under it. */
  async removeMember(device: Uint8Array): Promise<Result<AclState, SyncProblem>> {
    const { membership, client } = this;
    const removed = await membership.append(client, (state) =>
      memberOf(state, device) === undefined ? null : { type: 'remove', device },
    );
    if (!removed.ok) return removed;
    return this.#beginEpoch();
  }

  present(state: string | null): void {
    this.#company.present(state);
  }

  /** The page has stored what was handed over up to this mark. */
  stored(mark: number): void {
    this.#company.stored(mark);
  }

  retry(): void {
    if (this.#closed.signal.aborted || this.#link !== null || this.#isConnecting) return;
    this.#retries.forget();
    this.progress.connecting();
    void this.#connect();
  }

  reached(): Promise<Result<undefined, SyncProblem>> {
    if (this.#wasReached) return Promise.resolve(ok(undefined));
    const { promise, resolve } = later<Result<undefined, SyncProblem>>();
    this.#waiting.push(resolve);
    return promise;
  }

  async close(): Promise<void> {
    if (this.#closed.signal.aborted) return;
    const link = this.#link;
    if (link?.isReached === true) {
      this.flush();
      await Promise.race([this.#allStored(link), new Promise((resolve) => setTimeout(resolve, this.tuning.goodbye))]);
    }
    clearTimeout(this.#timer);
    this.#closed.abort();
    this.#update({ awaySince: this.#keep.awaySince ?? Date.now() });
    this.#link?.end(trouble.unreachable);
    this.#answer(err(problem('stopped')));
  }

  async #connect(): Promise<void> {
    clearTimeout(this.#timer);
    this.#isConnecting = true;
    const listed = await this.#look();
    this.#isConnecting = false;
    if (this.#closed.signal.aborted) return;
    if (!listed.ok) return void this.#lost(listed.error);
    const { crypto, inner } = this.#options;
    const began = Date.now();
    this.#outbox.take();
    this.#link = new Link({
      crypto,
      inner,
      tuning: this.tuning,
      keep: this.#keep,
      client: this.client,
      membership: this.membership,
      files: this.files,
      listed: listed.value,
      events: {
        onSign: () => this.progress.heard(),
        onTaken: (taken) => this.#onTaken(taken),
        onReached: () => this.#onReached(),
        onProgress: () => this.#onProgress(),
        onMembership: () => void this.membership.refresh(this.client),
        onUntrue: () => this.#distrust(),
        onAwareness: (link) => this.#onAwareness(link),
        onQuiet: (milliseconds) => this.#company.pause(milliseconds),
        onEnd: (why) => {
          this.#retries.lasted(Date.now() - began);
          void this.#lost(why);
        },
      },
    });
  }

  /** Asks the relay who belongs to the room, and what it holds. */
  async #look(): Promise<Result<readonly number[], Trouble>> {
    const refreshed = await this.membership.refresh(this.client);
    if (!refreshed.ok) return err(troubleOf(refreshed.error));
    this.progress.heard();
    const { state } = this.membership;
    const device = this.#keep.device.sign.publicKey;
    if (state === null) return err(troubleOf({ status: 404, word: 'unknown-room' }));
    if (memberOf(state, device) === undefined)
      return err(state.members.has(toHex(device)) ? trouble.removed : troubleOf({ status: 401, word: 'stranger' }));
    const listed = await this.client.generations();
    return listed.ok ? listed : err(troubleOf(listed.error));
  }

  async #lost(why: Trouble): Promise<void> {
    this.#link = null;
    this.#outbox.take();
    this.#company.end();
    this.#rotation.stop();
    this.#epochs.stop();
    if (this.#closed.signal.aborted) return;
    const told = await this.#believed(why);
    if (this.#closed.signal.aborted) return;
    this.progress.lost(told);
    this.#update({ awaySince: this.#keep.awaySince ?? Date.now() });
    this.#answer(err(problemOfTrouble(told)));
    if (told.isFinal) return;
    this.#timer = setTimeout(() => void this.#connect(), this.#retries.next(told.wait));
  }

  /** A relay that says that this device is removed, and has no entry to show for it, is not believed. */
  async #believed(why: Trouble): Promise<Trouble> {
    if (why.reason !== 'removed' || !this.#isMember()) return why;
    this.#isConnecting = true;
    await this.membership.refresh(this.client);
    this.#isConnecting = false;
    return this.#isMember() ? trouble.untrue : why;
  }

  #isMember(): boolean {
    const { state } = this.membership;
    return state !== null && memberOf(state, this.#keep.device.sign.publicKey) !== undefined;
  }

  #onTaken(taken: readonly Taken[]): void {
    const arrived = arrivedOf(taken);
    if (arrived.length > 0) this.#mark += 1;
    this.#company.taken(taken, this.#mark);
    if (arrived.length > 0) this.#options.events.onArrived(arrived, this.#mark);
    const link = this.#link;
    if (link?.isReached !== true) return;
    this.#keepSnapshots(link);
    // Whether that may be is known when its turn comes.
    link.send(() => (this.membership.mayWrite ? link.session.rescue() : null));
    this.#rotation.consider();
    this.#company.tellFacts();
  }

  #onReached(): void {
    const link = this.#link;
    if (link === null) return;
    const since = this.#keep.awaySince;
    this.#wasReached = true;
    this.#isUntrue = link.isUntrue || isForgetful(this.#keep.snapshots, link.session);
    this.#isHeldBack = !this.membership.mayWrite && link.session.isAhead();
    this.#keepSnapshots(link);
    // What the relay had before it may have forgotten: nothing is said of it until that is known.
    this.#send(() => this.progress.online(this.#isUntrue));
    this.#company.begin(link);
    this.#answer(ok(undefined));
    this.#options.events.onReached(since);
    this.#epochs.consider();
    this.#onAwareness(link);
    this.#onProgress();
  }

  #onAwareness(link: Link): void {
    if (!link.isReached) return;
    const wasAlone = this.#company.isEmpty;
    this.#company.hear();
    if (wasAlone !== this.#company.isEmpty) this.#outbox.wait();
    if (this.#company.knowsMore) void this.membership.refresh(this.client);
    this.#rotation.consider();
    this.#onProgress();
  }

  #distrust(): void {
    if (this.#isUntrue || this.#link?.isReached !== true) return;
    this.#isUntrue = true;
    this.progress.online(true);
  }

  #keepSnapshots({ session }: Link): void {
    const snapshots = snapshotsToKeep(session);
    if (!sameSnapshots(snapshots, this.#keep.snapshots)) this.#update({ snapshots });
  }

  /** Begins the next epoch, and after it the next generation; where that is too early, everything is added once more, under the new key. */
  async #beginEpoch(): Promise<Result<AclState, SyncProblem>> {
    const { crypto } = this.#options;
    const key = crypto.random(lengths.key);
    const { membership, client } = this;
    const begun = await membership.append(client, (state) =>
      owedBy(membership.log).length === 0 ? null : nextEpoch(crypto, state, key),
    );
    const link = this.#link;
    if (!begun.ok || link?.isReached !== true) return begun;
    const newest = link.session.newest();
    // Unless somebody who learned of it at once was quicker.
    if (newest.epoch < begun.value.epoch && this.#rotation.isRipe()) this.#rotate(newest.generation);
    else this.#send();
    return begun;
  }

  /** Begins the generation after this one, if everything here could be read, and nobody has done so. */
  #rotate(from: number): void {
    const link = this.#link;
    if (link?.isReached !== true) return;
    link.send(() => {
      const { generation, blobs } = link.session.newest();
      const isPossible = generation === from && blobs > 0 && link.hasBegun(from) && this.membership.mayWrite;
      return isPossible ? link.session.rotate() : null;
    });
  }

  /** Adds what this device holds and the room does not. Edits that wait are among it. `known` is called when it is known what that is. */
  #send(known?: () => void): void {
    const link = this.#link;
    link?.send(() => {
      const missing = this.membership.mayWrite ? this.#missing(link) : null;
      known?.();
      return missing;
    });
  }

  #missing({ session }: Link): Outgoing | null {
    this.#outbox.take();
    this.#isHeldBack = false;
    const missing = session.reconcile();
    // Whatever was known of it before: the relay does not have it now.
    if (missing !== null) this.progress.edited();
    return missing;
  }

  #onProgress(): void {
    const link = this.#link;
    if (link?.isReached !== true || !link.isIdle || !this.#outbox.isEmpty || this.#isHeldBack) return;
    this.#keepSnapshots(link);
    this.#rotation.consider();
    this.#company.tellFacts();
    if (link.isDurable) {
      this.progress.reached('relay');
      this.#update({ awaySince: null });
    }
    if (this.#company.hasMine()) this.progress.reached('teammate');
  }

  #onMembership(): void {
    this.#update({ acl: this.membership.log, keys: new Map(this.membership.keys) });
    if (this.membership.state !== null) this.#options.events.onMembership(this.membership.state);
    const link = this.#link;
    if (link === null) return;
    if (!this.#isMember()) return link.end(trouble.removed);
    link.follow();
    if (!link.isReached) return;
    // Who may write from now on brings what was held back.
    if (this.#isHeldBack && this.membership.mayWrite) this.#send();
    this.#epochs.consider();
    this.#rotation.consider();
    this.#company.tellFacts();
  }

  #update(change: Partial<RoomKeep>): void {
    if (change.awaySince !== undefined && change.awaySince === this.#keep.awaySince) return;
    this.#keep = { ...this.#keep, ...change };
    this.#options.events.onKeep(this.#keep);
  }

  async #allStored(link: Link): Promise<void> {
    await link.sent();
    while (!link.isOver && !link.isDurable) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  #answer(result: Result<undefined, SyncProblem>): void {
    for (const resolve of this.#waiting.splice(0)) resolve(result);
  }
}
