import type { SignedEntry } from '../../../shared/sync/acl/entry.ts';
import { sameBytes } from '../../../shared/sync/bytes.ts';
import type { Membership } from './membership.ts';
import type { Tuning } from './tuning.ts';

/** Who signed that somebody is removed, or may write no more, since the last epoch: until the next one it does not hold. */
export function owedBy(log: readonly SignedEntry[]): readonly Uint8Array[] {
  const last = log.findLastIndex(({ entry }) => entry.action.type === 'epoch');
  return log.slice(last + 1).flatMap(({ entry: { action, by } }) => {
    const isEnd = action.type === 'remove' || (action.type === 'role' && action.role === 'viewer');
    return isEnd ? [by] : [];
  });
}

/** Sees to it that the next epoch begins: at once where this device asked for it, after a while where nobody else did it. */
export class EpochDuty {
  readonly #membership: Membership;
  readonly #tuning: Tuning;
  readonly #begin: () => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(membership: Membership, tuning: Tuning, begin: () => void) {
    this.#membership = membership;
    this.#tuning = tuning;
    this.#begin = begin;
  }

  /** The membership may have changed. */
  consider(): void {
    const owed = owedBy(this.#membership.log);
    if (owed.length === 0 || !this.#membership.mayAdminister) return this.stop();
    if (this.#timer !== undefined) return;
    const { yieldLeast, yieldMost } = this.#tuning;
    const isMine = owed.some((by) => sameBytes(by, this.#membership.signer));
    const wait = isMine ? 0 : yieldLeast + Math.random() * (yieldMost - yieldLeast);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (owedBy(this.#membership.log).length > 0) this.#begin();
    }, wait);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
