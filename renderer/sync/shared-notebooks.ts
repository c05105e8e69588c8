import type { Bridge, SharedNotebook, SyncKeys } from '../../shared/bridge/index.ts';

/** Waits until the process is asked again that ended instead of answering, in milliseconds; after the last nobody asks until somebody wants to know. */
const retryWaits = [500, 1000, 2000, 5000, 15_000] as const;

/** Which notebooks of this device are shared, and how its keys are kept. One for the window. */
export class SharedNotebooks {
  readonly #sync: Bridge['sync'];
  readonly #listeners = new Set<() => void>();
  #list: readonly SharedNotebook[] = [];
  #isKnown = false;
  #keys: SyncKeys | null = null;
  #asking: Promise<void> | null = null;
  #isStale = false;
  #attempts = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor({ sync, on }: Pick<Bridge, 'sync' | 'on'>) {
    this.#sync = sync;
    // A role or the membership as a whole may be another now.
    on('sync.members', () => void this.refresh());
    on('sync.ended', () => this.#askLater());
  }

  /** The same array until something changes; empty until it is known. While the keys are locked nobody knows a role. */
  list(): readonly SharedNotebook[] {
    return this.#list;
  }

  /** Whether the list was ever given. */
  isKnown(): boolean {
    return this.#isKnown;
  }

  /** A notebook's sharing; null where it is not shared, as far as is known. */
  of(notebook: string): SharedNotebook | null {
    return this.#list.find((one) => one.notebook === notebook) ?? null;
  }

  /** How this device's keys are kept; null until that is known. */
  keys(): SyncKeys | null {
    return this.#keys;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Asks again. To be called after whatever changes it: protecting, unlocking, sharing, joining, leaving. */
  refresh(): Promise<void> {
    // What is under way may have been answered before the change.
    this.#isStale = true;
    this.#asking ??= this.#ask().finally(() => (this.#asking = null));
    return this.#asking;
  }

  async #ask(): Promise<void> {
    while (this.#isStale) {
      this.#isStale = false;
      const [keys, list] = await Promise.all([
        this.#sync.keys().catch(() => this.#keys),
        this.#sync.shared().catch(() => null),
      ]);
      if (list === null) this.#askLater();
      else this.#attempts = 0;
      const known = this.#isKnown || list !== null;
      const now = list === null || same(list, this.#list) ? this.#list : list;
      if (same(keys, this.#keys) && now === this.#list && known === this.#isKnown) continue;
      this.#keys = keys;
      this.#list = now;
      this.#isKnown = known;
      for (const listener of [...this.#listeners]) listener();
    }
  }

  /** The process ended, and begins again when it is asked something. */
  #askLater(): void {
    const wait = retryWaits[this.#attempts];
    if (this.#retry !== undefined || wait === undefined) return;
    this.#attempts += 1;
    this.#retry = setTimeout(() => {
      this.#retry = undefined;
      void this.refresh();
    }, wait);
  }
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
