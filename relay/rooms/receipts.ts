import * as Y from 'yjs';
import { messageText } from '../../shared/sync/messages.ts';
import type { RelayStorage, StoredUpdate } from '../storage/storage.ts';

/** Where a receipt is told: the document whose devices wait for it. */
export interface ReceiptDocument {
  readonly broadcastStateless: (payload: string) => void;
}

export interface ReceiptsOptions {
  readonly storage: RelayStorage;
  readonly now: () => number;
  /** Told what was stored together, and how many milliseconds that took. */
  readonly onStored: (updates: readonly StoredUpdate[], took: number) => void;
  readonly onFailure: (error: unknown) => void;
}

interface Waiting extends StoredUpdate {
  readonly document: ReceiptDocument;
}

/** Milliseconds that updates wait for others to be stored with: one flush of the disk for all. */
const groupDelay = 5;

/**
 * Stores what was admitted, and only then tells the devices that it is safe: a receipt names the clocks up to which a generation is stored without
 * a gap.
 */
export class Receipts {
  readonly #options: ReceiptsOptions;
  #waiting: Waiting[] = [];
  #storing: Promise<void> | null = null;
  readonly #durable = new Map<string, Map<number, number>>();

  constructor(options: ReceiptsOptions) {
    this.#options = options;
  }

  /** How many updates wait to be stored. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** What was stored before, when a generation is loaded. */
  loaded(room: string, generation: number, outer: Y.Doc): void {
    this.#durable.set(nameOf(room, generation), new Map(Y.decodeStateVector(Y.encodeStateVector(outer))));
  }

  unloaded(room: string, generation: number): void {
    this.#durable.delete(nameOf(room, generation));
  }

  /** The vector of what is stored of a generation, as Yjs encodes it. */
  vector(room: string, generation: number): Uint8Array {
    return Y.encodeStateVector(this.#durable.get(nameOf(room, generation)) ?? new Map<number, number>());
  }

  add(update: StoredUpdate, document: ReceiptDocument): void {
    this.#waiting.push({ ...update, document });
    this.#storing ??= this.#store();
  }

  /** Resolves when everything that was added before is stored, or could not be. */
  async flushed(): Promise<void> {
    // What waits goes with the next group at the latest.
    for (let group = 0; group < 2 && this.#storing !== null; group += 1) await this.#storing;
  }

  /** Resolves when nothing waits any more. */
  async settled(): Promise<void> {
    while (this.#storing !== null) await this.#storing;
  }

  async #store(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, groupDelay));
    const group = this.#waiting;
    this.#waiting = [];
    const start = performance.now();
    try {
      await this.#options.storage.append(
        group.map(({ room, generation, update }) => ({ room, generation, update })),
        this.#options.now(),
      );
      this.#options.onStored(group, performance.now() - start);
      this.#tell(group);
    } catch (error) {
      this.#options.onFailure(error);
    }
    this.#storing = this.#waiting.length === 0 ? null : this.#store();
  }

  #tell(group: readonly Waiting[]): void {
    const told = new Map<string, Waiting>();
    for (const one of group) {
      const name = nameOf(one.room, one.generation);
      const clocks = this.#durable.get(name) ?? new Map<number, number>();
      const { from, to } = Y.parseUpdateMeta(one.update);
      // An update that leaves a gap behind what is stored promises nothing.
      for (const [client, clock] of to)
        if ((from.get(client) ?? 0) <= (clocks.get(client) ?? 0))
          clocks.set(client, Math.max(clock, clocks.get(client) ?? 0));
      this.#durable.set(name, clocks);
      told.set(name, one);
    }
    for (const { room, generation, document } of told.values()) {
      const vector = this.vector(room, generation);
      document.broadcastStateless(messageText({ type: 'durable', generation, vector }));
    }
  }
}

function nameOf(room: string, generation: number): string {
  return `${room}/${generation}`;
}
