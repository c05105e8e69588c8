import * as Y from 'yjs';
import type { Bridge, SyncFailure, SyncStatus } from '../../shared/bridge/index.ts';
import { err } from '../../shared/lib/result.ts';
import type { Problem, Result } from '../../shared/lib/result.ts';
import { RemoteOrigin } from '../persistence/remote-origin.ts';
import type { NotebookSession } from '../session/notebook-session.ts';
import { Inbox } from './inbox.ts';
import { Outbox } from './outbox.ts';

/** What the binding needs of the open notebook. */
export type BoundNotebook = Pick<NotebookSession, 'id' | 'receive' | 'flush' | 'eachDocument'>;

interface Attached {
  readonly doc: Y.Doc;
  /** Whether the other side has been told all of it, so that from now on edits are enough. */
  isKnown: boolean;
  readonly stop: () => void;
}

/**
 * One opening of a shared notebook with the process that syncs it: hands over what is edited here, takes in what teammates changed. It is
 * over when the process is; then there is another.
 */
export class SyncBinding {
  readonly #sync: Bridge['sync'];
  readonly #notebook: BoundNotebook;
  readonly #onLost: () => void;
  readonly #attached = new Map<string, Attached>();
  readonly #inbox: Inbox;
  readonly #outbox: Outbox;
  readonly #stops: (() => void)[] = [];
  #isOver = false;

  /** @param onLost told once where the process does not answer any more */
  constructor({ sync, on }: Pick<Bridge, 'sync' | 'on'>, notebook: BoundNotebook, onLost: () => void) {
    this.#sync = sync;
    this.#notebook = notebook;
    this.#onLost = onLost;
    const { id } = notebook;
    this.#inbox = new Inbox(notebook, (batch) => void this.#tell(sync.kept({ notebook: id, batch })));
    this.#outbox = new Outbox((doc, update) => this.#tell(sync.edit({ notebook: id, doc, update })));
    this.#stops.push(
      on('sync.changed', (batch) => {
        if (batch.notebook === id) this.#inbox.add(batch);
      }),
    );
  }

  /** Opens the notebook there and attaches every document that is open here, now or later. */
  async open(): Promise<Result<SyncStatus, Problem<SyncFailure>>> {
    // The other side begins with what the journal has.
    await this.#notebook.flush();
    const opened = await this.#sync.open({ notebook: this.#notebook.id }).catch((error: unknown) => err(silent(error)));
    if (!opened.ok || this.#isOver) return opened;
    this.#stops.push(this.#notebook.eachDocument((docId, doc) => void this.#attach(docId, doc)));
    return opened;
  }

  /** Hands over what waits. */
  flush(): Promise<void> {
    return this.#outbox.flush();
  }

  /** Resolves when all that teammates changed, as far as it has come, is stored here. */
  taken(): Promise<void> {
    return this.#inbox.taken();
  }

  /** Ends without telling the other side: it is gone, or is told by whoever ends this. */
  async end(): Promise<void> {
    this.#isOver = true;
    for (const stop of this.#stops.splice(0)) stop();
    for (const { stop } of this.#attached.values()) stop();
    this.#attached.clear();
    this.#outbox.clear();
    await this.#inbox.close();
  }

  async #attach(docId: string, doc: Y.Doc): Promise<void> {
    const take = (update: Uint8Array, origin: unknown): void => {
      if (attached.isKnown && !(origin instanceof RemoteOrigin)) this.#outbox.add(docId, update);
    };
    const attached: Attached = { doc, isKnown: false, stop: () => doc.off('update', take) };
    this.#attached.set(docId, attached);
    doc.on('update', take);
    const vector = Y.encodeStateVector(doc).slice();
    const notebook = this.#notebook.id;
    const answer = await this.#sync
      .attach({ notebook, doc: docId, vector })
      .catch((error: unknown) => err(silent(error)));
    if (this.#isOver) return;
    if (!answer.ok) return this.#lose();
    const { update, vector: theirs } = answer.value;
    // First, so that what they lack does not hold what they have just given.
    if (update !== null) await this.#inbox.complete(docId, update);
    if (this.#isOver) return;
    const lacking = Y.encodeStateAsUpdate(doc, theirs);
    attached.isKnown = true;
    if (!isNothing(lacking)) this.#outbox.add(docId, lacking);
  }

  async #tell(call: Promise<unknown>): Promise<void> {
    try {
      await call;
    } catch {
      this.#lose();
    }
  }

  #lose(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#onLost();
  }
}

/** Whether an update (V1) holds neither structs nor deletions. */
function isNothing(update: Uint8Array): boolean {
  return update.byteLength === 2 && update[0] === 0 && update[1] === 0;
}

function silent(error: unknown): Problem<SyncFailure> {
  return { reason: 'failed', message: error instanceof Error ? error.message : 'Syncing does not answer.' };
}
