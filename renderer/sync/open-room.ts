import type { Bridge, SyncFailure, SyncPeer, SyncStatus } from '../../shared/bridge/index.ts';
import type { Problem } from '../../shared/lib/result.ts';
import { within } from '../persistence/within.ts';
import type { SharedNotebooks } from './shared-notebooks.ts';
import { SyncBinding } from './sync-binding.ts';
import type { BoundNotebook } from './sync-binding.ts';

/** Waits between attempts to reach the process that syncs, in milliseconds; the last one repeats. */
const retryWaits = [500, 1000, 2000, 5000, 15_000, 30_000] as const;
/** Milliseconds that closing waits for the process to take the last edits. What it does not take, it gets at the next opening. */
const closePatience = 2000;
/** Failures that trying again does not mend: a person has to do something, and then the list of shared notebooks changes. */
const lasting: readonly SyncFailure[] = ['locked', 'removed', 'not-allowed', 'gone'];

const nobody: readonly SyncPeer[] = [];

/** What is known of an open notebook's room. */
export interface RoomState {
  /** Null where the notebook is not shared, or nothing is known yet. */
  readonly status: SyncStatus | null;
  /** Why it is not syncing; null while it is, or is about to. */
  readonly problem: Problem<SyncFailure> | null;
  /** Who else has it open. */
  readonly peers: readonly SyncPeer[];
  /** Milliseconds since 1970: since when this device was away when the room was reached again; null once that was looked at. */
  readonly returned: number | null;
}

const nothing: RoomState = { status: null, problem: null, peers: nobody, returned: null };

/** The room of an open notebook, for as long as the notebook is open here and shared. */
export class OpenRoom {
  readonly notebook: string;
  readonly #bridge: Pick<Bridge, 'sync' | 'on'>;
  readonly #session: BoundNotebook;
  readonly #shared: SharedNotebooks;
  readonly #listeners = new Set<() => void>();
  readonly #stops: (() => void)[];
  #state: RoomState = nothing;
  #binding: SyncBinding | null = null;
  #attempts = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #isClosed = false;

  constructor(bridge: Pick<Bridge, 'sync' | 'on'>, session: BoundNotebook, shared: SharedNotebooks) {
    this.notebook = session.id;
    this.#bridge = bridge;
    this.#session = session;
    this.#shared = shared;
    const ours =
      <E extends { readonly notebook: string }>(work: (event: E) => void) =>
      (event: E): void => {
        if (event.notebook === this.notebook && this.#binding !== null) work(event);
      };
    this.#stops = [
      shared.onChange(() => this.#look()),
      bridge.on(
        'sync.status',
        ours(({ status }) => this.#heard(status)),
      ),
      bridge.on(
        'sync.presence',
        ours(({ peers }) => this.#set({ peers: peers.length === 0 ? nobody : peers })),
      ),
      bridge.on('sync.ended', () => void this.#startAgain()),
      bridge.on(
        'sync.returned',
        ours(({ since }) => void this.#return(since)),
      ),
    ];
    this.#look();
  }

  /** The same object until something changes. */
  state(): RoomState {
    return this.#state;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What happened during an absence was looked at. */
  forgetReturned(): void {
    this.#set({ returned: null });
  }

  /** What came with the return is looked at in the journal. The first moment counts until somebody has looked. */
  async #return(since: number): Promise<void> {
    await this.#binding?.taken();
    if (!this.#isClosed) this.#set({ returned: this.#state.returned ?? since });
  }

  /** Tries at once: to reach the process, or, by it, the relay. */
  retry(): void {
    if (this.#binding === null) this.#look();
    else void this.#bridge.sync.retry({ notebook: this.notebook }).catch(() => undefined);
  }

  /** What was edited is sent at once, without waiting for what follows: the person turns to something else. */
  async flush(): Promise<void> {
    const binding = this.#binding;
    if (binding === null) return;
    await binding.flush();
    await this.#bridge.sync.flush({ notebook: this.notebook }).catch(() => undefined);
  }

  /** Tells teammates where one is; null for nowhere. */
  present(state: string | null): void {
    if (this.#binding === null || this.#state.status === null) return;
    void this.#bridge.sync.present({ notebook: this.notebook, state }).catch(() => undefined);
  }

  /** Ends syncing; resolves when the last edits were handed over, or could not be. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const stop of this.#stops) stop();
    await this.#stop();
  }

  /** Begins or ends, as the list of shared notebooks says. */
  #look(): void {
    if (this.#isClosed) return;
    const isShared = this.#shared.of(this.notebook) !== null;
    if (isShared && this.#binding === null) void this.#start();
    if (!isShared && (this.#binding !== null || this.#retry !== undefined)) void this.#stop();
  }

  async #start(): Promise<void> {
    clearTimeout(this.#retry);
    this.#retry = undefined;
    const binding = new SyncBinding(this.#bridge, this.#session, () => void this.#startAgain(binding));
    this.#binding = binding;
    const opened = await binding.open();
    if (this.#binding !== binding) return;
    if (opened.ok) {
      // Events told of it since; they are later than the answer.
      this.#set({ status: this.#state.status ?? opened.value, problem: null });
      return;
    }
    this.#set({ problem: opened.error });
    await this.#startAgain(binding);
  }

  /** The process is gone, or could not begin: another opening is tried, later each time. */
  async #startAgain(binding = this.#binding): Promise<void> {
    if (binding === null || this.#binding !== binding) return;
    this.#binding = null;
    const { problem } = this.#state;
    this.#set({ status: null, peers: nobody });
    await binding.end();
    if (this.#isClosed || this.#binding !== null) return;
    if (problem !== null && lasting.includes(problem.reason)) return;
    const wait = retryWaits[Math.min(this.#attempts, retryWaits.length - 1)] ?? 0;
    this.#attempts += 1;
    this.#retry = setTimeout(
      () => {
        this.#retry = undefined;
        this.#look();
      },
      wait * (0.5 + Math.random()),
    );
  }

  async #stop(): Promise<void> {
    clearTimeout(this.#retry);
    this.#retry = undefined;
    const binding = this.#binding;
    this.#binding = null;
    this.#set(nothing);
    if (binding === null) return;
    const close = async (): Promise<void> => {
      await binding.flush();
      await this.#bridge.sync.close({ notebook: this.notebook });
    };
    await within(
      closePatience,
      close().catch(() => undefined),
      undefined,
    );
    await binding.end();
  }

  #heard(status: SyncStatus): void {
    if (status.kind === 'online') this.#attempts = 0;
    this.#set({ status });
  }

  #set(change: Partial<RoomState>): void {
    const next = { ...this.#state, ...change };
    if (JSON.stringify(next) === JSON.stringify(this.#state)) return;
    this.#state = next;
    for (const listener of [...this.#listeners]) listener();
  }
}
