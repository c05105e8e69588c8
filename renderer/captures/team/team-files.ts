import type { Bridge, SyncFailure } from '../../../shared/bridge/index.ts';
import { err } from '../../../shared/lib/result.ts';
import type { Problem, Result } from '../../../shared/lib/result.ts';
import type { SharedNotebooks } from '../../sync/index.ts';

/** How it stands with a file that is not on this computer: it is being fetched (`total` 0 until that is known), or it did not come. */
export type TeamFile =
  | { readonly kind: 'fetching'; readonly done: number; readonly total: number }
  | { readonly kind: 'lacking'; readonly reason: SyncFailure; readonly why: string };

type Fetched = Result<undefined, Problem<SyncFailure>>;

/** Files of shared notebooks that teammates have and this computer does not, as they are asked for. One for the window. */
export class TeamFiles {
  readonly #sync: Bridge['sync'];
  readonly #shared: Pick<SharedNotebooks, 'of'>;
  readonly #files = new Map<string, TeamFile>();
  readonly #listeners = new Set<() => void>();
  readonly #hopes = new Set<(notebook: string) => void>();
  readonly #running = new Map<string, Promise<Fetched>>();
  /** How often there was hope, by notebook. */
  readonly #signs = new Map<string, number>();
  /** How many files of each notebook were here when that was last told. */
  readonly #here = new Map<string, number>();
  /** Notebooks whose relay is reached. */
  readonly #online = new Set<string>();
  /** Files whose fetching somebody stopped, and that have not been asked for since. */
  readonly #stopped = new Set<string>();

  constructor({ sync, on }: Pick<Bridge, 'sync' | 'on'>, shared: Pick<SharedNotebooks, 'of'>) {
    this.#sync = sync;
    this.#shared = shared;
    on('sync.file', ({ notebook, hash, done, total }) => {
      if (this.of(notebook, hash)?.kind === 'fetching') this.#set(notebook, hash, { kind: 'fetching', done, total });
    });
    on('sync.files', ({ notebook, files: { here, awaited } }) => {
      // One more is here, or one more can be had.
      const known = here - awaited;
      const before = this.#here.get(notebook) ?? 0;
      this.#here.set(notebook, known);
      if (known > before) this.#hope(notebook);
    });
    on('sync.status', ({ notebook, status }) => {
      // It is told of each edit that was sent, too.
      if (status.kind !== 'online') this.#online.delete(notebook);
      else if (!this.#online.has(notebook)) {
        this.#online.add(notebook);
        this.#hope(notebook);
      }
    });
    on('sync.ended', () => this.#online.clear());
  }

  /** How it stands with a file that was asked for; null where it is here, or nobody asked. The same object until it changes. */
  of(notebook: string, hash: string): TeamFile | null {
    return this.#files.get(keyOf(notebook, hash)) ?? null;
  }

  /** Fetches a file into the notebook's folder. Null where the notebook is not shared. Who asks meanwhile waits for the same. */
  async fetch(notebook: string, hash: string): Promise<Fetched | null> {
    if (this.#shared.of(notebook) === null) return null;
    const key = keyOf(notebook, hash);
    const fetching = this.#running.get(key) ?? this.#fetch(notebook, hash).finally(() => this.#running.delete(key));
    this.#running.set(key, fetching);
    return fetching;
  }

  async #fetch(notebook: string, hash: string): Promise<Fetched> {
    const key = keyOf(notebook, hash);
    this.#stopped.delete(key);
    if (this.of(notebook, hash)?.kind !== 'fetching')
      this.#set(notebook, hash, { kind: 'fetching', done: 0, total: 0 });
    for (;;) {
      const signs = this.#signs.get(notebook) ?? 0;
      const fetched = fileOr(await this.#sync.fetchFile({ notebook, hash }), this.#stopped.has(key));
      // What was answered may be older than the sign that it can be had.
      const isOld = signs !== (this.#signs.get(notebook) ?? 0);
      if (!fetched.ok && fetched.error.reason !== 'stopped' && isOld) continue;
      this.#set(notebook, hash, fetched.ok ? null : lacking(fetched.error));
      return fetched;
    }
  }

  /** Nobody waits for it any more. */
  stop(notebook: string, hash: string): void {
    this.#stopped.add(keyOf(notebook, hash));
    void this.#sync.stopFile({ notebook, hash });
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells when a file of a notebook that did not come may be there now. */
  onHope(listener: (notebook: string) => void): () => void {
    this.#hopes.add(listener);
    return () => this.#hopes.delete(listener);
  }

  #hope(notebook: string): void {
    this.#signs.set(notebook, (this.#signs.get(notebook) ?? 0) + 1);
    for (const listener of [...this.#hopes]) listener(notebook);
  }

  #set(notebook: string, hash: string, file: TeamFile | null): void {
    if (file === null) this.#files.delete(keyOf(notebook, hash));
    else this.#files.set(keyOf(notebook, hash), file);
    for (const listener of [...this.#listeners]) listener();
  }
}

/** The process that ends stops, too, what nobody stopped: that is asked for again once it is there. */
function fileOr(fetched: Fetched, wasStopped: boolean): Fetched {
  if (fetched.ok || fetched.error.reason !== 'stopped' || wasStopped) return fetched;
  return err({ reason: 'unreachable', message: 'Not on this computer yet. It comes when you are online.' });
}

function lacking({ reason, message }: Problem<SyncFailure>): TeamFile {
  return { kind: 'lacking', reason, why: message };
}

function keyOf(notebook: string, hash: string): string {
  return `${notebook}/${hash}`;
}
