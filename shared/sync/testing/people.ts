import { concat, utf8 } from '../bytes.ts';
import type { KeyPair, SyncCrypto } from '../crypto/crypto.ts';
import { roomIdOf } from '../ids.ts';
import { hashOfEntry, noEntry, signEntry } from '../acl/entry.ts';
import type { AclAction, SignedEntry } from '../acl/entry.ts';
import { applyEntry, startAcl } from '../acl/state.ts';
import type { AclState } from '../acl/state.ts';

/** Somebody's device: keys that are the same in every run. */
export interface Device {
  readonly name: string;
  readonly sign: KeyPair;
  readonly box: KeyPair;
}

export function deviceOf(crypto: SyncCrypto, name: string): Device {
  const seed = (use: string): Uint8Array => crypto.sha256(utf8(`${use} of ${name}`));
  return { name, sign: crypto.signKeys(seed('sign')), box: crypto.boxKeys(seed('box')) };
}

export const keysOf = ({ sign, box }: Device) => ({ sign: sign.publicKey, box: box.publicKey });

/** A membership that grows: the log of its entries, and the state after the last. */
export class TestAcl {
  readonly log: SignedEntry[] = [];
  readonly room: Uint8Array;
  state: AclState;
  readonly #crypto: SyncCrypto;
  readonly #owner: KeyPair;
  #at = 1_600_000_000_000;

  constructor(crypto: SyncCrypto, owner: Device, seed = 'owner') {
    this.#crypto = crypto;
    this.#owner = crypto.signKeys(crypto.sha256(utf8(seed)));
    this.room = roomIdOf(crypto, this.#owner.publicKey);
    const action = { type: 'create', owner: this.#owner.publicKey, device: keysOf(owner) } as const;
    const first = this.sign(action, this.#owner, noEntry);
    const started = startAcl(crypto, this.room, first);
    if (!started.ok) throw new Error(started.error);
    this.log.push(first);
    this.state = started.value;
  }

  /** Signs an entry that follows the last one. Absent `by`: the owner. */
  sign(action: AclAction, by: KeyPair = this.#owner, previous: Uint8Array = this.state.head): SignedEntry {
    this.#at += 1000;
    const entry = { room: this.room, previous, at: this.#at, by: by.publicKey, action };
    return signEntry(this.#crypto, entry, by.secretKey);
  }

  /** Applies an entry that has to hold. */
  add(action: AclAction, by?: KeyPair): this {
    const signed = this.sign(action, by);
    const next = applyEntry(this.#crypto, this.state, signed);
    if (!next.ok) throw new Error(`${action.type}: ${next.error}`);
    this.log.push(signed);
    this.state = next.value;
    return this;
  }

  /** Removes a device and begins the next epoch; the key sealed to everybody who remains. */
  remove(device: Device, notebookKey: Uint8Array): this {
    this.add({ type: 'remove', device: device.sign.publicKey });
    return this.nextEpoch(notebookKey);
  }

  nextEpoch(notebookKey: Uint8Array): this {
    const keys = [...this.state.members.values()]
      .filter(({ isRemoved }) => !isRemoved)
      .map(({ keys: { sign, box } }) => ({ device: sign, sealed: this.#crypto.seal(notebookKey, box) }));
    return this.add({ type: 'epoch', epoch: this.state.epoch + 1, keys });
  }

  headOf(signed: SignedEntry): Uint8Array {
    return hashOfEntry(this.#crypto, signed);
  }
}

/** The notebook's key of an epoch, in tests. */
export function notebookKeyOf(crypto: SyncCrypto, epoch: number): Uint8Array {
  return crypto.sha256(concat(utf8('notebook key'), Uint8Array.of(epoch)));
}
