import { err, ok } from '../../../shared/lib/result.ts';
import type { Result } from '../../../shared/lib/result.ts';
import { sameBytes } from '../../../shared/sync/bytes.ts';
import type { SyncCrypto } from '../../../shared/sync/crypto/crypto.ts';
import { noEntry, signedEntryBytes, signEntry } from '../../../shared/sync/acl/entry.ts';
import type { AclAction, SignedEntry } from '../../../shared/sync/acl/entry.ts';
import { applyEntry, canWrite, memberOf, readAcl, startAcl } from '../../../shared/sync/acl/state.ts';
import type { AclState } from '../../../shared/sync/acl/state.ts';
import type { RoomKeep, SyncProblem } from './contract.ts';
import type { RelayClient } from './relay-client.ts';
import { problem, problemOf, untrue } from './trouble.ts';
import type { Refusal } from './trouble.ts';

/** How often an entry is signed anew because somebody else was first. */
const attempts = 8;

/** What makes the next entry out of the membership as it is; null where there is nothing to do any more. */
export type ActionOn = (state: AclState) => AclAction | null;

/** Who belongs to the room, as far as was seen and verified, and the notebook's keys that this device was given. */
export class Membership {
  readonly #crypto: SyncCrypto;
  readonly #keep: RoomKeep;
  readonly #onChange: () => void;
  #log: readonly SignedEntry[] = [];
  #state: AclState | null = null;
  readonly #keys: Map<number, Uint8Array>;
  /** One question or change after the other. */
  #busy: Promise<unknown> = Promise.resolve();
  /** The question that waits for its turn. */
  #next: Promise<Result<undefined, Refusal>> | null = null;

  /** `onChange` is told when there are new entries. */
  constructor(crypto: SyncCrypto, keep: RoomKeep, onChange: () => void) {
    this.#crypto = crypto;
    this.#keep = keep;
    this.#onChange = onChange;
    this.#keys = new Map(keep.keys);
    const read = readAcl(crypto, keep.room, keep.acl);
    if (!read.ok) return;
    this.#log = keep.acl;
    this.#state = read.value;
    this.#unseal(keep.acl);
  }

  get log(): readonly SignedEntry[] {
    return this.#log;
  }

  get state(): AclState | null {
    return this.#state;
  }

  /** Grows when keys are learned. */
  get keys(): ReadonlyMap<number, Uint8Array> {
    return this.#keys;
  }

  get head(): Uint8Array {
    return this.#state?.head ?? noEntry;
  }

  /** Whether this device may write now, and has the key to do so. */
  get mayWrite(): boolean {
    return this.isWriter(this.#keep.device.sign.publicKey) && this.#keys.has(this.#state?.epoch ?? 0);
  }

  isWriter(device: Uint8Array): boolean {
    const member = this.#state === null ? undefined : memberOf(this.#state, device);
    return member !== undefined && canWrite(member);
  }

  /** The key by which this device signs entries: the owner's, where it has that. */
  get signer(): Uint8Array {
    return this.#keep.ownerSecret === null ? this.#keep.device.sign.publicKey : this.#keep.owner;
  }

  get mayAdminister(): boolean {
    const member = this.#state === null ? undefined : memberOf(this.#state, this.#keep.device.sign.publicKey);
    return member !== undefined && (member.role === 'admin' || this.#keep.ownerSecret !== null);
  }

  /** The hash of the entry of that number, from 1 on: what the head was after it. Null where there is none. */
  headAt(length: number): Uint8Array | null {
    if (length === this.#state?.length) return this.#state.head;
    const next = this.#log[length];
    return length < 1 || next === undefined ? null : next.entry.previous;
  }

  /** Asks the relay for new entries. One that has forgotten some is given them back; one that shows others is found out. */
  refresh(client: RelayClient): Promise<Result<undefined, Refusal>> {
    // One question answers everybody who asks before it is put.
    this.#next ??= this.#inTurn(() => {
      this.#next = null;
      return this.#refresh(client);
    });
    return this.#next;
  }

  /** Signs an entry and puts it behind the last one, again where somebody else was first. */
  append(client: RelayClient, action: ActionOn): Promise<Result<AclState, SyncProblem>> {
    return this.#inTurn(async () => {
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const state = this.#state;
        if (state === null) return err(problem('failed', 'The members of the notebook are not known yet.'));
        const next = action(state);
        if (next === null) return ok(state);
        const signed = this.#sign(state, next);
        const applied = applyEntry(this.#crypto, state, signed);
        if (!applied.ok) return err(problemOf({ status: 403, word: applied.error }));
        const posted = await client.post(signed);
        if (posted.ok) {
          this.#extend([signed], applied.value);
          return ok(applied.value);
        }
        if (posted.error.word !== 'stale') return err(problemOf(posted.error));
        const refreshed = await this.#refresh(client);
        if (!refreshed.ok) return err(problemOf(refreshed.error));
      }
      return err(problem('stale'));
    });
  }

  async #refresh(client: RelayClient): Promise<Result<undefined, Refusal>> {
    const last = this.#log.at(-1);
    const answer = await client.entries(Math.max(0, this.#log.length - 1));
    if (!answer.ok) return answer;
    if (last === undefined) return this.#follow(answer.value);
    const [same, ...more] = answer.value;
    if (same === undefined) return this.#giveBack(client);
    return this.#isSame(same, last) ? this.#follow(more) : err(untrue);
  }

  /** The relay shows fewer entries than it did. If it has only forgotten, it takes back what nobody but the room's members can have signed. */
  async #giveBack(client: RelayClient): Promise<Result<undefined, Refusal>> {
    const answer = await client.entries(0);
    if (!answer.ok) return answer;
    const shown = answer.value;
    const isBeginning = shown.every((entry, index) => {
      const mine = this.#log[index];
      return mine !== undefined && this.#isSame(entry, mine);
    });
    if (!isBeginning) return err(untrue);
    for (const entry of this.#log.slice(shown.length)) {
      const posted = await client.post(entry);
      if (!posted.ok) return err(posted.error.status === 0 ? posted.error : untrue);
    }
    const again = await client.entries(this.#log.length - 1);
    if (!again.ok) return again;
    const last = this.#log.at(-1);
    const isThere = again.value[0] !== undefined && last !== undefined && this.#isSame(again.value[0], last);
    return isThere ? ok(undefined) : err(untrue);
  }

  /** Goes on with entries behind the last one, if each of them holds. */
  #follow(entries: readonly SignedEntry[]): Result<undefined, Refusal> {
    let state = this.#state;
    for (const entry of entries) {
      const next =
        state === null ? startAcl(this.#crypto, this.#keep.room, entry) : applyEntry(this.#crypto, state, entry);
      if (!next.ok) return err(untrue);
      state = next.value;
    }
    if (state !== null && entries.length > 0) this.#extend(entries, state);
    return ok(undefined);
  }

  #extend(entries: readonly SignedEntry[], state: AclState): void {
    this.#log = [...this.#log, ...entries];
    this.#state = state;
    this.#unseal(entries);
    this.#onChange();
  }

  /** Takes the keys of epochs that were sealed to this device. */
  #unseal(entries: readonly SignedEntry[]): void {
    const { sign, box } = this.#keep.device;
    for (const { entry } of entries) {
      if (entry.action.type !== 'epoch') continue;
      const mine = entry.action.keys.find(({ device }) => sameBytes(device, sign.publicKey));
      const key = mine === undefined ? null : this.#crypto.unseal(mine.sealed, box);
      if (key !== null) this.#keys.set(entry.action.epoch, key);
    }
  }

  #sign(state: AclState, action: AclAction): SignedEntry {
    const { ownerSecret, owner, device, room } = this.#keep;
    const by = ownerSecret === null ? device.sign : { publicKey: owner, secretKey: ownerSecret };
    const entry = { room, previous: state.head, at: Date.now(), by: by.publicKey, action };
    return signEntry(this.#crypto, entry, by.secretKey);
  }

  #isSame(a: SignedEntry, b: SignedEntry): boolean {
    return sameBytes(signedEntryBytes(a), signedEntryBytes(b));
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#busy.then(work);
    this.#busy = turn.catch(() => undefined);
    return turn;
  }
}

/** The entry that gives a new key to everybody who belongs to the room now. */
export function nextEpoch(crypto: SyncCrypto, state: AclState, key: Uint8Array): AclAction {
  const remaining = [...state.members.values()].filter(({ isRemoved }) => !isRemoved);
  const keys = remaining.map(({ keys: { sign, box } }) => ({ device: sign, sealed: crypto.seal(key, box) }));
  return { type: 'epoch', epoch: state.epoch + 1, keys };
}
