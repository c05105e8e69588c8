import type { SyncStatus } from '../../../shared/bridge/index.ts';
import type { Trouble } from './trouble.ts';

/** Milliseconds after which a sign of life is worth telling although nothing else has changed. */
const worthTelling = 30_000;
const steps = ['here', 'relay', 'teammate'] as const;
type Step = (typeof steps)[number];

/** How it stands with a room, in the words of the contract: never better than what is known for sure. */
export class Progress {
  readonly #tell: (status: SyncStatus) => void;
  #status: SyncStatus = { kind: 'connecting', since: Date.now(), heard: null, reason: null, reached: 'here' };
  #heard: number | null = null;

  constructor(tell: (status: SyncStatus) => void) {
    this.#tell = tell;
  }

  get status(): SyncStatus {
    return { ...this.#status, heard: this.#heard };
  }

  /** The relay gave a sign of life. */
  heard(): void {
    this.#heard = Date.now();
    if (this.#heard - (this.#status.heard ?? 0) > worthTelling) this.#become({});
  }

  /** Everything that the room holds has arrived. `isUntrue`: something of it contradicts what was known. */
  online(isUntrue: boolean): void {
    this.#become({ kind: 'online', reason: isUntrue ? 'untrue' : null });
  }

  lost({ reason, isFinal }: Trouble): void {
    this.#become({ kind: isFinal ? 'stopped' : 'offline', reason });
  }

  /** A person asked to try again. */
  connecting(): void {
    if (this.#status.kind === 'stopped') this.#become({ kind: 'connecting', reason: null });
  }

  /** There is something that nobody else has yet. */
  edited(): void {
    this.#become({ reached: 'here' });
  }

  /** The latest edit came this far: it never goes back. */
  reached(step: Step): void {
    if (steps.indexOf(step) > steps.indexOf(this.#status.reached)) this.#become({ reached: step });
  }

  #become(change: Partial<SyncStatus>): void {
    const before = this.#status;
    const kind = change.kind ?? before.kind;
    const since = kind === before.kind ? before.since : Date.now();
    this.#status = { ...before, ...change, since, heard: this.#heard };
    const { heard, ...rest } = this.#status;
    const isNews = JSON.stringify({ ...before, heard }) !== JSON.stringify({ ...rest, heard });
    if (isNews || (heard ?? 0) - (before.heard ?? 0) > worthTelling) this.#tell(this.#status);
  }
}
