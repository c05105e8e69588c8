import type {
  Bridge,
  DocumentState,
  Head,
  JournalFailure,
  JournalNotice,
  JournalRow,
  NewRow,
  OpenedJournal,
  SnapshotInfo,
} from '../../shared/bridge/index.ts';
import { err, ok } from '../../shared/lib/result.ts';
import type { Problem, Result } from '../../shared/lib/result.ts';
import type { StoreWork } from './store-work.ts';

export type Journal = Bridge['journal'];
export type JournalProblem = Problem<JournalFailure>;

/** A place in a document's journal: a row's number and its checksum. */
export type JournalPlace = Omit<Head, 'doc'>;

/** What the journal has of a document, from a place on or from its beginning. */
export interface JournalShare {
  /** The last row; null where there is none. */
  readonly head: JournalPlace | null;
  /** Whether the rows are those behind the place that was asked for; else they are all there are. */
  readonly behind: boolean;
  /** The state that all rows before the first of `rows` made up; null where there is none, or none is needed. */
  readonly checkpoint: Uint8Array | null;
  readonly rows: readonly JournalRow[];
  /** How many rows could not be read. */
  readonly damaged: number;
}

/**
 * The journal of one open notebook, shared by its documents. It is opened once, and again after it was lost; each answer is a
 * Result, also where the call itself went wrong.
 */
export class JournalLink {
  /** Names this opening of the notebook in its rows. */
  readonly session = crypto.randomUUID();
  readonly notebook: string;
  readonly #journal: Journal;
  readonly #work: StoreWork;
  #opening: Promise<Result<OpenedJournal, JournalProblem>> | null = null;
  #heads = new Map<string, JournalPlace>();
  #notices: readonly JournalNotice[] = [];

  constructor(journal: Journal, work: StoreWork, notebook: string) {
    this.#journal = journal;
    this.#work = work;
    this.notebook = notebook;
  }

  /** Opens the journal, once. `create` begins one where there is none, under that title. */
  open(create: { readonly title: string } | null): Promise<Result<OpenedJournal, JournalProblem>> {
    this.#opening ??= this.#open(null);
    const opening = this.#opening;
    if (create === null) return opening;
    return opening.then((opened) => {
      if (opened.ok || opened.error.reason !== 'gone') return opened;
      if (this.#opening === opening || this.#opening === null) this.#opening = this.#open(create.title);
      return this.#opening;
    });
  }

  /** What the journal has said on being opened and nobody has taken yet, a sentence each. */
  takeNotices(): readonly string[] {
    // That a journal had to be begun anew is said by whoever knows whether anything was lost with it.
    const taken = this.#notices.filter(({ kind }) => kind !== 'missing').map(({ message }) => message);
    this.#notices = [];
    return taken;
  }

  /** Forgets that it is open: it is opened again before the next call. */
  lose(): void {
    this.#opening = null;
  }

  /** What the journal has of a document: behind `known` where that row is still there and the same, else everything. */
  async share(doc: string, known: JournalPlace | null): Promise<Result<JournalShare, JournalProblem>> {
    const head = this.#heads.get(doc) ?? null;
    if (head === null) return ok({ head, behind: false, checkpoint: null, rows: [], damaged: 0 });
    if (known !== null && known.seq === head.seq && known.sum === head.sum)
      return ok({ head, behind: true, checkpoint: null, rows: [], damaged: 0 });
    const behind = known !== null && known.seq < head.seq && (await this.knows(doc, known));
    const read = await this.read(doc, behind ? known.seq : null);
    return read.ok ? ok({ ...read.value, head, behind }) : read;
  }

  /** The last row of a document, as far as is known; null where there is none. */
  headOf(doc: string): JournalPlace | null {
    return this.#heads.get(doc) ?? null;
  }

  /** Whether a row of the journal is still there and the same. */
  async knows(doc: string, known: JournalPlace): Promise<boolean> {
    const sum = await this.#ask(() => this.#journal.sum({ notebook: this.notebook, doc, seq: known.seq }));
    return sum.ok && sum.value === known.sum;
  }

  /** Stores rows of a document and gives the place of the last one. */
  async append(doc: string, rows: readonly NewRow[]): Promise<Result<JournalPlace, JournalProblem>> {
    const answer = await this.#ask(() => this.#journal.append({ notebook: this.notebook, rows: [...rows] }));
    if (!answer.ok) return answer;
    const head = answer.value.find((one) => one.doc === doc);
    if (head === undefined) return err(failed('the journal did not say where it wrote'));
    const place = { seq: head.seq, sum: head.sum };
    this.#heads.set(doc, place);
    return ok(place);
  }

  /** Reads all rows of a document behind a number, or with null from its last checkpoint on. */
  async read(
    doc: string,
    after: number | null,
  ): Promise<Result<Omit<JournalShare, 'head' | 'behind'>, JournalProblem>> {
    const rows: JournalRow[] = [];
    let checkpoint: Uint8Array | null = null;
    let damaged = 0;
    for (let from = after, more = true; more; from = rows.at(-1)?.seq ?? from) {
      const asked = from;
      const part = await this.#ask(() =>
        this.#journal.read({ notebook: this.notebook, doc, after: asked, before: null }),
      );
      if (!part.ok) return part;
      checkpoint ??= part.value.checkpoint?.bytes ?? null;
      for (const row of part.value.rows) rows.push(row);
      damaged += part.value.damaged;
      more = part.value.more && part.value.rows.length > 0;
    }
    return ok({ checkpoint, rows, damaged });
  }

  /** The documents that the journal has rows of, as far as is known. */
  get documents(): readonly string[] {
    return [...this.#heads.keys()];
  }

  /**
   * What is in a share, as updates (V1) in the order they have to be applied. Where its checkpoint cannot be read, all rows there are
   * take its place.
   */
  async values(doc: string, { checkpoint, rows }: JournalShare): Promise<readonly Uint8Array[]> {
    const behind = rows.map((row) => row.bytes);
    if (checkpoint === null) return behind;
    try {
      return [...(await this.#work.updatesOf(checkpoint)), ...behind];
    } catch {
      const all = await this.read(doc, 0);
      return all.ok ? all.value.rows.map((row) => row.bytes) : behind;
    }
  }

  async snapshot(states: readonly DocumentState[]): Promise<Result<SnapshotInfo, JournalProblem>> {
    return await this.#ask(() => this.#journal.snapshot({ notebook: this.notebook, states: [...states] }));
  }

  async checkpoint(doc: string, seq: number, bytes: Uint8Array): Promise<Result<undefined, JournalProblem>> {
    return await this.#ask(() => this.#journal.checkpoint({ notebook: this.notebook, doc, seq, bytes: bytes.slice() }));
  }

  async title(title: string): Promise<Result<undefined, JournalProblem>> {
    return await this.#ask(() => this.#journal.title({ notebook: this.notebook, title: title.slice(0, 200) }));
  }

  async close(): Promise<void> {
    if (this.#opening === null) return;
    await this.#ask(() => this.#journal.close({ notebook: this.notebook }));
    this.#opening = null;
  }

  async #open(title: string | null): Promise<Result<OpenedJournal, JournalProblem>> {
    const opened = await this.#ask(() =>
      this.#journal.open({ notebook: this.notebook, title: (title ?? '').slice(0, 200), create: title !== null }),
    );
    if (!opened.ok) return opened;
    this.#heads = new Map(opened.value.heads.map(({ doc, ...place }) => [doc, place]));
    this.#notices = [...this.#notices, ...opened.value.notices];
    return opened;
  }

  /** A call that did not get through is a failure like another. */
  async #ask<T>(call: () => Promise<Result<T, JournalProblem>>): Promise<Result<T, JournalProblem>> {
    try {
      return await call();
    } catch (error) {
      return err(failed(error instanceof Error ? error.message : ''));
    }
  }
}

function failed(detail: string): JournalProblem {
  const words = detail === '' ? '' : ` (${detail})`;
  return { reason: 'failed', message: `The notebook’s file could not be reached${words}. Backstory keeps trying.` };
}
