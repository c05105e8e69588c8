import * as Y from 'yjs';
import type { Bridge, JournalFailure, SnapshotInfo } from '../../shared/bridge/index.ts';
import type { PageOfChanges, ChangesOf } from '../../shared/history/change.ts';
import type { BriefingQuery } from '../../shared/history/briefing.ts';
import type { NewsQuery } from '../../shared/history/news.ts';
import { err, ok } from '../../shared/lib/result.ts';
import type { Problem, Result } from '../../shared/lib/result.ts';
import type { EntryRef } from '../../shared/story/ref.ts';
import { inSlices } from '../persistence/time-slices.ts';
import { cancelled, HistoryLine } from './history-line.ts';
import type { HistoryPort } from './history-line.ts';
import type {
  AskOptions,
  HistoryAnswer,
  HistoryFailure,
  HistoryProgress,
  NotebookHistory,
  PastDocuments,
  PastMoment,
} from './history.ts';
import type { QuestionName, Questions } from './protocol.ts';

/** What history is read out of. */
export interface HistorySource {
  readonly notebook: string;
  readonly journal: Pick<Bridge['journal'], 'open' | 'read' | 'snapshots' | 'readSnapshot'>;
  /** Starts the worker; `history.worker.ts`. */
  start(): HistoryPort;
  /** Told when edits have been stored. Returns the way to stop. */
  onSaved(listener: () => void): () => void;
  /** Milliseconds without a question, and without anybody who listens, after which the worker is let go. */
  readonly restAfter?: number;
}

/** The worker holds the whole journal several times over: too much for having looked once. */
const usualRest = 20_000;

type Answer<T> = Result<T, Problem<HistoryFailure>>;

/** History of one notebook, read in a worker. */
export class JournalHistory implements NotebookHistory {
  readonly #source: HistorySource;
  readonly #line: HistoryLine;
  readonly #heard = new Map<string, number>();
  readonly #newRows = new Set<() => void>();
  #fetching: Promise<Answer<boolean>> | null = null;
  #backup: string | null = null;
  #stopSaved: (() => void) | null = null;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(source: HistorySource) {
    this.#source = source;
    this.#line = new HistoryLine(source.notebook, () => source.start());
  }

  beginning(options?: AskOptions) {
    return this.#ask('beginning', {}, options);
  }

  changes(of: ChangesOf, page: PageOfChanges, options?: AskOptions) {
    return this.#ask('changes', { of, page }, options);
  }

  async values(change: string, options?: AskOptions) {
    return orGone(await this.#ask('values', { change }, options));
  }

  sittings(limit: number, options?: AskOptions) {
    return this.#ask('sittings', { limit }, options);
  }

  async asOf(moment: PastMoment, options?: AskOptions): HistoryAnswer<PastDocuments> {
    const doc = await this.#document(moment, null, options);
    if (!doc.ok) return doc;
    return ok({ moment, doc: doc.value, draft: (draftId) => this.#document(moment, draftId) });
  }

  compare(moment: PastMoment, options?: AskOptions) {
    return this.#askOf(moment, 'compare', { moment }, options);
  }

  compareFields(moment: PastMoment, ref: EntryRef | null, options?: AskOptions) {
    return this.#askOf(moment, 'compareFields', { moment, ref }, options);
  }

  news(query: NewsQuery, options?: AskOptions) {
    return this.#ask('news', { query }, options);
  }

  briefing(query: BriefingQuery, options?: AskOptions) {
    return this.#ask('briefing', { query }, options);
  }

  async backups(): HistoryAnswer<readonly SnapshotInfo[]> {
    const answer = await this.#source.journal.snapshots({ notebook: this.#source.notebook });
    return answer.ok ? ok([...answer.value].sort((a, b) => b.at - a.at)) : err(failureOf(answer.error));
  }

  progress(): HistoryProgress | null {
    return this.#line.progress();
  }

  onProgress(listener: () => void): () => void {
    return this.#line.onProgress(listener);
  }

  onNewRows(listener: () => void): () => void {
    // Each listener is one of its own, whoever passes the same function twice.
    const own = (): void => listener();
    this.#newRows.add(own);
    this.#stopSaved ??= this.#source.onSaved(() => void this.#catchUp().catch((error: unknown) => reportError(error)));
    return () => {
      this.#newRows.delete(own);
      if (this.#newRows.size > 0) return;
      this.#stopSaved?.();
      this.#stopSaved = null;
      this.#restLater();
    };
  }

  dispose(): void {
    clearTimeout(this.#rest);
    this.#newRows.clear();
    this.#stopSaved?.();
    this.#line.dispose();
  }

  /** Asks once all is read that the journal has by now. */
  async #ask<Q extends QuestionName>(
    name: Q,
    asked: Questions[Q]['asked'],
    { signal }: AskOptions = {},
  ): HistoryAnswer<Questions[Q]['answer']> {
    clearTimeout(this.#rest);
    const caught = await this.#catchUp();
    if (!caught.ok) return caught;
    const answer = await this.#line.ask(name, asked, signal);
    this.#restLater();
    return answer;
  }

  #restLater(): void {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      if (this.#newRows.size === 0 && this.#fetching === null) this.#line.rest();
    }, this.#source.restAfter ?? usualRest);
  }

  /** Asks about an earlier state, which may be a backup that the worker does not have yet. */
  async #askOf<Q extends 'state' | 'compare' | 'compareFields'>(
    moment: PastMoment,
    name: Q,
    asked: Questions[Q]['asked'],
    options?: AskOptions,
  ): HistoryAnswer<NonNullable<Questions[Q]['answer']>> {
    clearTimeout(this.#rest);
    // A worker that is only just started has no backup.
    const caught = await this.#catchUp();
    if (!caught.ok) return caught;
    if (moment.type === 'backup' && this.#backup !== moment.name) {
      const { notebook, journal } = this.#source;
      const states = await journal.readSnapshot({ notebook, name: moment.name });
      if (!states.ok) return err(failureOf(states.error));
      this.#line.tell({ type: 'backup', name: moment.name, states: states.value });
      this.#backup = moment.name;
    }
    return orGone(await this.#ask(name, asked, options));
  }

  async #document(moment: PastMoment, draft: string | null, options: AskOptions = {}): HistoryAnswer<Y.Doc> {
    const updates = await this.#askOf(moment, 'state', { moment, draft }, options);
    if (!updates.ok) return updates;
    const doc = new Y.Doc();
    await inSlices(updates.value, (update) => {
      if (options.signal?.aborted !== true) Y.applyUpdate(doc, update);
    });
    if (options.signal?.aborted !== true) return ok(doc);
    doc.destroy();
    return err(cancelled);
  }

  /** Hands the worker what the journal has got since; one reading at a time. Answers whether there was anything. */
  #catchUp(): Promise<Answer<boolean>> {
    this.#fetching ??= this.#fetch().finally(() => (this.#fetching = null));
    return this.#fetching;
  }

  async #fetch(): Promise<Answer<boolean>> {
    const { notebook, journal } = this.#source;
    const isFirst = this.#line.begin();
    if (isFirst) this.#forget();
    // A journal that is open already only says again what it holds.
    const opened = await journal.open({ notebook, title: '', create: false });
    if (!opened.ok) return err(failureOf(opened.error));
    const behind = opened.value.heads.filter(({ doc, seq }) => seq > (this.#heard.get(doc) ?? 0));
    for (const { doc, seq } of behind) {
      const failure = await this.#readDocument(doc, seq);
      if (failure !== null) return err(failure);
    }
    this.#line.allTold();
    if (behind.length > 0 && !isFirst) for (const listener of [...this.#newRows]) listener();
    return ok(behind.length > 0);
  }

  async #readDocument(doc: string, last: number): Promise<Problem<HistoryFailure> | null> {
    const { notebook, journal } = this.#source;
    for (let more = true; more;) {
      const after = this.#heard.get(doc) ?? 0;
      const part = await journal.read({ notebook, doc, after, before: null });
      if (!part.ok) return failureOf(part.error);
      const { rows, damaged } = part.value;
      this.#line.tellRows(rows, damaged);
      ({ more } = part.value);
      // Rows that are damaged are not read again each time.
      this.#heard.set(doc, Math.max(after, rows.at(-1)?.seq ?? 0, more ? 0 : last));
      if (more && rows.length === 0) return null;
    }
    return null;
  }

  #forget(): void {
    this.#heard.clear();
    this.#backup = null;
  }
}

const gone: Problem<HistoryFailure> = { reason: 'gone', message: 'This is no longer there.' };

function orGone<T>(answer: Answer<T | null>): Answer<NonNullable<T>> {
  if (!answer.ok) return answer;
  return answer.value === null || answer.value === undefined ? err(gone) : ok(answer.value);
}

function failureOf({ reason, message }: Problem<JournalFailure>): Problem<HistoryFailure> {
  return { reason: reason === 'gone' ? 'gone' : 'unavailable', message };
}
