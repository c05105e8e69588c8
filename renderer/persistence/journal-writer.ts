import type * as Y from 'yjs';
import type { NewRow } from '../../shared/bridge/index.ts';
import { applyNew, FromStore } from './apply-rows.ts';
import { sameBytes } from './database.ts';
import type { SaveState } from './document-store.ts';
import { firstCall, rowsOf } from './edit-rows.ts';
import type { Edit } from './edit-rows.ts';
import type { JournalLink, JournalPlace, JournalProblem, JournalShare } from './journal-link.ts';
import { lackingIn } from './lacking.ts';
import { notices, notSaved, silent } from './problems.ts';
import { Saving } from './saving.ts';

/** Milliseconds without an edit after which what waits is sent, and the longest that it waits. */
const idle = 150;
const longest = 400;
/** Waits between attempts after failures, in milliseconds; the last one repeats. */
const retryWaits = [500, 1000, 2000, 5000, 15_000] as const;

export interface JournalWriterOptions {
  readonly docId: string;
  readonly doc: Y.Doc;
  readonly link: JournalLink;
  /** The last row of the journal that the document has; null where the two have not been compared, or nothing is there. */
  readonly place: JournalPlace | null;
  /** Whether the journal was reached and the document has all that is in it. */
  readonly reached: boolean;
  /** Whether nothing is known to be missing in it: "saved" may be said before it has answered. */
  readonly settled: boolean;
  /** Under which title the journal is begun where there is none. */
  readonly title: () => string;
  /** Whether the other store has what this one has not. */
  readonly elsewhere: () => boolean;
  /** Milliseconds without an answer until "Not saved" is shown. */
  readonly patience: number;
  /** Told when what was made up to here belongs together; what comes later is another batch. */
  readonly onCut: (batch: number) => void;
  /** Told when the journal has all up to a batch and nothing else. */
  readonly onKept: (batch: number, place: JournalPlace, bytes: number) => void;
  /** Told what a person should know. */
  readonly onNotice: (notice: string) => void;
}

interface Batch {
  readonly number: number;
  rows: readonly NewRow[];
}

/**
 * Appends a document's edits to the notebook's journal, a batch at a time, and says "saved" when the journal has answered. After a
 * failure it looks what the journal really has and sends what is missing.
 */
export class JournalWriter {
  readonly #options: JournalWriterOptions;
  readonly #saving: Saving;
  #place: JournalPlace | null;
  #reached: boolean;
  #waiting: Edit[] = [];
  #batches: Batch[] = [];
  #cut = 0;
  #kept = 0;
  /** Batches up to this one were cut before foreign rows came: they do not name a place where the stores are equal. */
  #blurred = 0;
  #failures = 0;
  #running = false;
  #closed = false;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #idle: ReturnType<typeof setTimeout> | undefined;
  #longest: ReturnType<typeof setTimeout> | undefined;

  constructor(options: JournalWriterOptions) {
    this.#options = options;
    this.#place = options.place;
    this.#reached = options.reached;
    this.#saving = new Saving({ kind: options.settled ? 'saved' : 'saving' });
  }

  state(): SaveState {
    return this.#saving.state;
  }

  onState(listener: () => void): () => void {
    return this.#saving.onChange(listener);
  }

  /** Takes an edit; it is sent with those that follow at once. */
  take(edit: Edit): void {
    this.#waiting.push(edit);
    // What failed stays failed until it is stored; the words say that Backstory keeps trying.
    if (this.#saving.state.kind === 'saved') this.#saving.set({ kind: 'saving' });
    clearTimeout(this.#idle);
    this.#idle = setTimeout(this.send, idle);
    this.#longest ??= setTimeout(this.send, longest);
  }

  /** Ends the batch and sends it. Without edits it finds out where the journal stands, and gives a place to mark. */
  readonly send = (): void => {
    this.#endBatch();
    if (this.#retry === undefined) queueMicrotask(() => void this.#run());
  };

  #endBatch(): void {
    clearTimeout(this.#idle);
    clearTimeout(this.#longest);
    this.#longest = undefined;
    this.#cut += 1;
    const { docId, link, onCut } = this.#options;
    this.#batches.push({ number: this.#cut, rows: rowsOf(this.#waiting, docId, link.session) });
    this.#waiting = [];
    onCut(this.#cut);
  }

  /** Resolves when every edit made so far is confirmed, or when an attempt to store them has failed. */
  async flush(): Promise<SaveState> {
    if (this.#waiting.length > 0) this.#endBatch();
    const target = this.#cut;
    if (this.#kept < target) {
      // A call that hangs is not waited for again; one that was refused is tried at once.
      if (this.#running && this.#saving.state.kind === 'failed') return this.#saving.state;
      void this.#run();
    }
    while (this.#kept < target && !this.#closed) {
      await this.#saving.next();
      if (this.#kept < target && this.#saving.state.kind === 'failed') return this.#saving.state;
    }
    return this.#kept < target ? this.#saving.state : { kind: 'saved' };
  }

  /** Stops. Edits that are not stored by then are given up: `flush` first. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#retry);
    clearTimeout(this.#idle);
    clearTimeout(this.#longest);
    this.#saving.tell();
  }

  async #run(): Promise<void> {
    if (this.#running || this.#closed) return;
    this.#running = true;
    clearTimeout(this.#retry);
    this.#retry = undefined;
    while (this.#batches.length > 0 && (await this.#attempt()));
    this.#running = false;
  }

  /** Stores what waits in batches. False where that failed: a later attempt is planned. */
  async #attempt(): Promise<boolean> {
    const late = setTimeout(
      () => this.#saving.set(notSaved(silent, this.#options.elsewhere())),
      this.#options.patience,
    );
    const problem = this.#reached ? await this.#append() : await this.#reach();
    clearTimeout(late);
    if (this.#closed) return false;
    if (problem === null) {
      this.#failures = 0;
      if (this.#reached)
        this.#saving.set({ kind: this.#batches.length + this.#waiting.length > 0 ? 'saving' : 'saved' });
      return true;
    }
    this.#reached = false;
    this.#options.link.lose();
    this.#saving.set(notSaved(problem, this.#options.elsewhere()));
    const wait = retryWaits[Math.min(this.#failures, retryWaits.length - 1)];
    this.#failures += 1;
    this.#retry = setTimeout(() => void this.#run(), wait);
    return false;
  }

  async #append(): Promise<JournalProblem | null> {
    const [batch] = this.#batches;
    if (batch === undefined) return null;
    let bytes = 0;
    while (batch.rows.length > 0) {
      const rows = firstCall(batch.rows);
      const place = await this.#options.link.append(this.#options.docId, rows);
      if (!place.ok) return place.error;
      this.#place = place.value;
      batch.rows = batch.rows.slice(rows.length);
      bytes += rows.reduce((sum, row) => sum + row.bytes.byteLength, 0);
    }
    this.#batches.shift();
    this.#kept = batch.number;
    if (this.#place !== null && batch.number > this.#blurred) this.#options.onKept(batch.number, this.#place, bytes);
    return null;
  }

  /** Opens the journal and finds out what it has that the document has not, and the other way round. */
  async #reach(): Promise<JournalProblem | null> {
    const { link, docId, doc, title } = this.#options;
    const opened = await link.open({ title: title() });
    if (!opened.ok) return opened.error;
    link.takeNotices().forEach(this.#options.onNotice);
    const share = await link.share(docId, this.#place);
    if (!share.ok) return share.error;
    const { head, behind, rows } = share.value;
    if (behind)
      leaveOutArrived(
        this.#batches,
        rows.map((row) => row.bytes),
      );
    const values = await link.values(docId, share.value);
    const { news } = await applyNew(doc, values, new FromStore('journal'), { followed: true });
    // What the journal had beside the document does not lie before any batch that is cut already.
    if (news.length > 0) this.#blurred = this.#cut;
    if (!behind) await this.#addMissing(share.value, values);
    this.#place = head;
    this.#reached = true;
    if (this.#blurred === this.#cut && this.#blurred > 0) this.#endBatch();
    return null;
  }

  /** The journal is not the one that was known: what it lacks of the document goes first. */
  async #addMissing(share: JournalShare, values: readonly unknown[]): Promise<void> {
    const { doc, docId, link, onNotice } = this.#options;
    const underWay = this.#batches.flatMap(({ rows }) => rows.map((row) => row.bytes));
    const news = await lackingIn(values, doc, [...underWay, ...this.#waiting.map((edit) => edit.update)]);
    if (news.length === 0) return;
    const edits = news.map((update): Edit => {
      return { update, at: Date.now(), author: { name: '', id: null }, origin: 'merge', step: 0 };
    });
    this.#blurred = this.#cut;
    this.#batches.unshift({ number: this.#kept, rows: rowsOf(edits, docId, link.session) });
    if (share.head !== null) onNotice(notices.journalCompleted);
    else if (this.#place !== null) onNotice(notices.journalMade);
  }
}

/** Leaves out what an attempt that seemed to fail has stored after all. */
function leaveOutArrived(batches: readonly Batch[], stored: readonly Uint8Array[]): void {
  let at = 0;
  for (const batch of batches) {
    const from = at;
    while (at < stored.length) {
      const row = batch.rows[at - from];
      if (row === undefined || !sameBytes(stored[at], row.bytes)) break;
      at += 1;
    }
    batch.rows = batch.rows.slice(at - from);
    if (batch.rows.length > 0) return;
  }
}
