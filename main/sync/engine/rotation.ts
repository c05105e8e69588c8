import { toHex } from '../../../shared/sync/base64.ts';
import { u32 } from '../../../shared/sync/bytes.ts';
import type { SyncCrypto } from '../../../shared/sync/crypto/crypto.ts';
import type { AclState } from '../../../shared/sync/acl/state.ts';
import type { RoomSession } from '../../../shared/sync/room/session.ts';
import type { Tuning } from './tuning.ts';

/** What is asked of a session. */
export interface RotatingSession extends Pick<RoomSession, 'newest'> {
  readonly acl: Pick<AclState, 'epoch'>;
}

export interface RotationOptions {
  readonly crypto: SyncCrypto;
  readonly tuning: Tuning;
  readonly device: Uint8Array;
  /** The session of the present connection, where this device may end generations; else null. */
  readonly session: () => RotatingSession | null;
  /** The other devices that are connected and may do so, too. */
  readonly others: () => readonly Uint8Array[];
  readonly rotate: (generation: number) => void;
}

/** Ends generations that are long enough, or of an old key: the one of the connected devices whose turn it is, and others if it does not. */
export class Rotation {
  readonly #options: RotationOptions;
  #timer: NodeJS.Timeout | undefined;
  /** The generation that the timer is for. */
  #waiting: number | null = null;
  /** The newest generation, and since when it is known here. */
  #seen = { generation: -1, at: 0 };
  /** The generation that was last to be ended, and when. While it is the newest, that was not possible: something of it cannot be read. */
  #tried = { generation: -1, at: 0 };

  constructor(options: RotationOptions) {
    this.#options = options;
  }

  /** Something has changed: looks whether there is anything to do. */
  consider(): void {
    const due = this.#due();
    if ((due?.generation ?? null) === this.#waiting) return;
    this.stop();
    if (due === null) return;
    this.#waiting = due.generation;
    const { yieldLeast, yieldMost } = this.#options.tuning;
    const wait = this.#isFirst(due.generation) ? 0 : yieldLeast + Math.random() * (yieldMost - yieldLeast);
    const again = this.#tried.generation === due.generation ? this.#tried.at + yieldLeast - Date.now() : 0;
    this.#timer = setTimeout(
      () => {
        this.#waiting = null;
        if (this.#due()?.generation !== due.generation) return;
        this.#tried = { generation: due.generation, at: Date.now() };
        this.#options.rotate(due.generation);
      },
      Math.max(due.left + wait, again),
    );
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#waiting = null;
  }

  /** Whether the newest generation should end, and is old enough. */
  isRipe(): boolean {
    return this.#due()?.left === 0;
  }

  /** The generation that should end, and in how many milliseconds at the earliest; null where none should. */
  #due(): { readonly generation: number; readonly left: number } | null {
    const session = this.#options.session();
    if (session === null) return null;
    const { tuning } = this.#options;
    const { generation, blobs, bytes, snapshot, epoch } = session.newest();
    if (this.#seen.generation !== generation) this.#seen = { generation, at: Date.now() };
    const isLong = blobs >= tuning.blobs && bytes >= snapshot * tuning.share;
    const isOfOldKey = blobs > 0 && epoch < session.acl.epoch;
    const age = generation === 0 ? tuning.age : Date.now() - this.#seen.at;
    return isLong || isOfOldKey ? { generation, left: Math.max(0, tuning.age - age) } : null;
  }

  #isFirst(generation: number): boolean {
    const { crypto, device, others } = this.#options;
    const rank = (one: Uint8Array): string => toHex(crypto.sha256(one, u32(generation)));
    return others().every((other) => rank(other) >= rank(device));
  }
}
