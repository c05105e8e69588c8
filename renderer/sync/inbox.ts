import type { EventOf } from '../../shared/bridge/index.ts';
import { draftIdOf, rootDocId } from '../../shared/story/document.ts';
import type { RowAuthor } from '../persistence/edit-rows.ts';
import type { NotebookSession } from '../session/notebook-session.ts';

export type Batch = EventOf<'sync.changed'>;

/** What the inbox needs of the open notebook. */
export type Receiver = Pick<NotebookSession, 'id' | 'receive' | 'flush'>;

/** Milliseconds that batches wait for those that follow before they are stored and confirmed together. */
const company = 200;
/** Waits between attempts to store, in milliseconds; the last one repeats. */
const retryWaits = [500, 1000, 2000, 5000, 15_000] as const;

/** Takes in what teammates changed, batch after batch, and confirms what the stores have confirmed. */
export class Inbox {
  readonly #notebook: Receiver;
  readonly #confirm: (batch: number) => void;
  /** Ends waits early. */
  readonly #stopped = new AbortController();
  #last: Promise<void> = Promise.resolve();
  #applied = 0;
  #confirmed = 0;
  #confirming: Promise<void> | null = null;

  constructor(notebook: Receiver, confirm: (batch: number) => void) {
    this.#notebook = notebook;
    this.#confirm = confirm;
  }

  /** Takes a batch; it is applied after those before. */
  add({ batch, author, updates }: Batch): void {
    void this.#after(async () => {
      for (const { doc, update } of updates) if (!(await this.#receive(doc, update, author))) return;
      this.#applied = batch;
      this.#confirming ??= this.#confirmAll().finally(() => (this.#confirming = null));
    });
  }

  /** Takes what a document lacks and nobody says whose it is; after what came before. */
  complete(docId: string, update: Uint8Array): Promise<void> {
    return this.#after(async () => void (await this.#receive(docId, update, { name: '', id: null })));
  }

  /** Resolves when all that came so far is taken and stored, or cannot be. */
  taken(): Promise<void> {
    return this.#after(async () => void (await this.#notebook.flush()));
  }

  /** Nothing is taken or confirmed from now on. Resolves when nothing is being applied any more. */
  async close(): Promise<void> {
    this.#stopped.abort();
    await this.#last;
  }

  #after(work: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(async () => {
      if (!this.#stopped.signal.aborted) await work();
    });
    return this.#last;
  }

  /** Whether it was taken, at last; false where nobody waits any more. */
  async #receive(docId: string, update: Uint8Array, author: RowAuthor): Promise<boolean> {
    const { id } = this.#notebook;
    // A teammate's program may name any document; only those of this notebook are theirs to change.
    if (docId !== rootDocId(id) && draftIdOf(id, docId) === null) return true;
    for (let attempt = 0; !this.#stopped.signal.aborted; attempt += 1) {
      // A call that did not get through is a failure like another.
      const taken = await this.#notebook.receive(docId, [update], author).catch(() => null);
      // What cannot be read will not be readable later.
      if (taken?.ok === true || taken?.error.reason === 'unreadable') return true;
      await this.#wait(retryWaits[Math.min(attempt, retryWaits.length - 1)] ?? 0);
    }
    return false;
  }

  async #confirmAll(): Promise<void> {
    while (this.#confirmed < this.#applied && !this.#stopped.signal.aborted) {
      await this.#wait(company);
      const target = this.#applied;
      const { kind } = await this.#notebook.flush();
      if (this.#stopped.signal.aborted) return;
      if (kind === 'failed') {
        await this.#wait(retryWaits[1]);
        continue;
      }
      this.#confirmed = target;
      this.#confirm(target);
    }
  }

  #wait(milliseconds: number): Promise<void> {
    const { signal } = this.#stopped;
    return new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const done = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      signal.addEventListener('abort', done);
    });
  }
}
