import type { SharedNotebook } from '../../../shared/bridge/index.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import { memberOf, readAcl } from '../../../shared/sync/acl/state.ts';
import type { SyncCrypto } from '../../../shared/sync/crypto/crypto.ts';
import type { SyncProblem } from '../engine/contract.ts';
import * as problems from '../problems.ts';
import type { RoomRecord } from './keep-format.ts';
import type { RoomFiles } from './room-files.ts';

type Outcome<T> = Result<T, SyncProblem>;

/** The shared notebooks of this device, by their rooms' files. */
export class Registry {
  readonly #crypto: SyncCrypto;
  readonly #files: RoomFiles;
  /** Those that this device left: nothing that still comes of them is stored. */
  readonly #left = new Set<string>();

  constructor(crypto: SyncCrypto, files: RoomFiles) {
    this.#crypto = crypto;
    this.#files = files;
  }

  list(): SharedNotebook[] {
    return this.#files.list().flatMap(({ notebook, relay }) => {
      const record = this.#files.read(notebook);
      if (typeof record === 'string') return [{ notebook, relay, role: null, isOwner: false }];
      return record.isJoined ? [{ notebook, relay, ...this.#standing(record) }] : [];
    });
  }

  /** The record of a notebook that is shared. */
  get(notebook: string): Outcome<RoomRecord> {
    const record = this.#files.read(notebook);
    if (record === 'locked') return err(problems.keysLocked);
    if (record === 'unreadable') return err(problems.keysUnreadable);
    return record === 'none' || !record.isJoined ? err(problems.notShared) : ok(record);
  }

  /** What there is of a notebook that is to be shared or joined: null for nothing that counts. */
  find(notebook: string): Outcome<RoomRecord | null> {
    const record = this.#files.read(notebook);
    if (record === 'locked') return err(problems.keysLocked);
    return ok(typeof record === 'string' ? null : record);
  }

  /** Whether this device belongs to the room, by what was last seen. */
  isMember(record: RoomRecord): boolean {
    return record.isJoined && this.#standing(record).role !== null;
  }

  /** Stores a record; from then on the notebook is shared, or about to be. */
  async put(record: RoomRecord): Promise<Outcome<undefined>> {
    this.#left.delete(record.notebook);
    try {
      await this.#files.write(record);
      return ok(undefined);
    } catch (error) {
      return err(problems.notStored(error instanceof Error ? error.message : String(error)));
    }
  }

  /** Stores what changed. What cannot be stored now comes with the next change: the room gives back all but the newest of it. */
  update(record: RoomRecord): void {
    if (!this.#left.has(record.notebook)) this.#files.write(record).catch(() => undefined);
  }

  /** Forgets a notebook's room, keys and all. */
  async remove(notebook: string): Promise<void> {
    this.#left.add(notebook);
    await this.#files.remove(notebook);
  }

  /** Resolves when nothing is being written. */
  settled(): Promise<void> {
    return this.#files.settled();
  }

  #standing({ keep }: RoomRecord): Pick<SharedNotebook, 'role' | 'isOwner'> {
    const acl = readAcl(this.#crypto, keep.room, keep.acl);
    const member = acl.ok ? memberOf(acl.value, keep.device.sign.publicKey) : undefined;
    return { role: member?.role ?? null, isOwner: keep.ownerSecret !== null };
  }
}
