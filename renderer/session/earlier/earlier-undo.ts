import * as Y from 'yjs';
import type { Bridge, JournalRow, LastSession } from '../../../shared/bridge/index.ts';
import type { StepsAnswer, StepsOrder } from './steps.worker.ts';

/** The origin of a step of an earlier session that is taken back or done again here: an edit of one's own, but no new step. */
export class EarlierOrigin {
  readonly verb: 'undo' | 'redo';

  constructor(verb: 'undo' | 'redo') {
    this.verb = verb;
  }
}

/** What taking back an earlier session's steps needs from outside. */
export interface EarlierParts {
  readonly journal: Pick<Bridge['journal'], 'lastSession' | 'read'>;
  readonly notebook: string;
  /** The session that is running: the earlier one is the latest before it. */
  readonly session: string;
  /** A document of the notebook, loaded if need be; null where that fails. */
  document(docId: string): Promise<Y.Doc | null>;
  /** Resolves when the journal has every edit made so far, or cannot take it. */
  flush(): Promise<unknown>;
  /** Starts `steps.worker.ts`. */
  startWorker(): Worker;
}

/**
 * Undo beyond the start of the app: the steps of the session before, once this session's own are taken back. Whether there are
 * any is asked when the notebook opens; they are read out of the journal, in a worker, when the first of them is wanted.
 */
export class EarlierUndo {
  readonly #parts: EarlierParts;
  readonly #listeners = new Set<() => void>();
  readonly #stops: (() => void)[] = [];
  #last: LastSession | null = null;
  #worker: Promise<Worker> | null = null;
  #canUndo = false;
  #canRedo = false;
  #disposed = false;

  constructor(parts: EarlierParts) {
    this.#parts = parts;
  }

  /** Finds out whether there are such steps. */
  async look(): Promise<void> {
    const { journal, notebook, session } = this.#parts;
    const found = await journal.lastSession({ notebook, but: session });
    if (!found.ok || found.value === null || this.#disposed) return;
    this.#last = found.value;
    this.#set(found.value.docs.length > 0, false);
  }

  get canUndo(): boolean {
    return this.#canUndo;
  }

  get canRedo(): boolean {
    return this.#canRedo;
  }

  /** Takes the latest step back. Gives the document it was in; null where nothing was left to take back. */
  undo(): Promise<string | null> {
    return this.#take('undo');
  }

  redo(): Promise<string | null> {
    return this.#take('redo');
  }

  /** A new step was made: what was taken back cannot be done again any more. */
  async forgetUndone(): Promise<void> {
    if (!this.#canRedo) return;
    this.#set(this.#canUndo, false);
    post(await this.#worker, { kind: 'forget' });
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  dispose(): void {
    this.#disposed = true;
    for (const stop of this.#stops.splice(0)) stop();
    void this.#worker?.then((worker) => worker.terminate());
  }

  async #take(verb: 'undo' | 'redo'): Promise<string | null> {
    if (!(verb === 'undo' ? this.#canUndo : this.#canRedo) || this.#last === null) return null;
    this.#worker ??= this.#load(this.#last);
    const worker = await this.#worker;
    if (this.#disposed) return null;
    const { taken, canUndo, canRedo } = await ask(worker, verb);
    for (const { docId, update } of taken) {
      const doc = await this.#parts.document(docId);
      if (doc !== null) Y.applyUpdate(doc, update, new EarlierOrigin(verb));
    }
    this.#set(canUndo, canRedo);
    return taken[0]?.docId ?? null;
  }

  async #load({ session, docs }: LastSession): Promise<Worker> {
    const worker = this.#parts.startWorker();
    post(worker, { kind: 'begin', session });
    for (const { doc: docId, seq, kept } of docs) {
      const doc = await this.#parts.document(docId);
      if (doc === null) continue;
      const early: Uint8Array[] = [];
      let loaded = false;
      const follow = (update: Uint8Array, origin: unknown): void => {
        if (origin instanceof EarlierOrigin) return;
        if (loaded) post(worker, { kind: 'follow', docId, update });
        else early.push(update);
      };
      doc.on('update', follow);
      this.#stops.push(() => doc.off('update', follow));
      await this.#parts.flush();
      const { state, rows } = await this.#read(docId, { seq, kept });
      post(worker, { kind: 'load', docId, state, rows });
      loaded = true;
      for (const update of early) post(worker, { kind: 'follow', docId, update });
    }
    return worker;
  }

  /** A document's state before the session's first row, as near as there is one, and every row since. */
  async #read(docId: string, first: { readonly seq: number; readonly kept: number }) {
    const { journal, notebook } = this.#parts;
    const rows: JournalRow[] = [];
    let state: Uint8Array | null = null;
    let after: number | null = null;
    // First up to the moment before that row, which finds the checkpoint to start from; then all the rest.
    for (const before of [Math.max(0, first.kept - 1), null]) {
      for (let more = true; more;) {
        const part = await journal.read({ notebook, doc: docId, after, before });
        if (!part.ok) throw new Error(part.error.message);
        if (part.value.checkpoint !== null) {
          state = part.value.checkpoint.bytes;
          after = part.value.checkpoint.seq;
        }
        rows.push(...part.value.rows);
        after = part.value.rows.at(-1)?.seq ?? after;
        more = part.value.more;
      }
      // Without anything before, the rest begins at the first row and never at a checkpoint of later work.
      after ??= 0;
    }
    return { state, rows };
  }

  #set(canUndo: boolean, canRedo: boolean): void {
    this.#canUndo = canUndo;
    this.#canRedo = canRedo;
    for (const listener of [...this.#listeners]) listener();
  }
}

function post(worker: Worker | null, order: StepsOrder): void {
  worker?.postMessage(order);
}

function ask(worker: Worker, kind: 'undo' | 'redo'): Promise<StepsAnswer> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<StepsAnswer>) => resolve(data);
    worker.onerror = () => reject(new Error('What was done before could not be read'));
    post(worker, { kind });
  });
}
