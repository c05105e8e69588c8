import type { JournalRow } from '../../shared/bridge/index.ts';
import { err, ok } from '../../shared/lib/result.ts';
import type { Problem } from '../../shared/lib/result.ts';
import type { HistoryAnswer, HistoryFailure, HistoryProgress } from './history.ts';
import type { FromWorker, Line, Question, QuestionName, Questions, ToWorker } from './protocol.ts';

/** The page's end of the line to the history worker. */
export interface HistoryPort extends Line<ToWorker, FromWorker> {
  /** Told when the worker has broken down. */
  onBreak(listener: () => void): void;
  close(): void;
}

interface Asked {
  answer(value: unknown): void;
  fail(problem: Problem<HistoryFailure>): void;
}

/** Questions and answers over the line to the worker, which is started with the first of them and after a breakdown. */
export class HistoryLine {
  readonly #notebook: string;
  readonly #start: () => HistoryPort;
  readonly #asked = new Map<number, Asked>();
  readonly #listeners = new Set<() => void>();
  #port: HistoryPort | null = null;
  #serial = 0;
  #told = { rows: 0, damaged: 0, all: false };
  #read = { rows: 0, unreadable: 0 };
  #progress: HistoryProgress = { done: 0, damaged: 0 };
  #isOver = false;

  constructor(notebook: string, start: () => HistoryPort) {
    this.#notebook = notebook;
    this.#start = start;
  }

  /** Starts the worker where there is none. Answers whether there was none, and so nothing has been told. */
  begin(): boolean {
    if (this.#port !== null || this.#isOver) return false;
    const port = this.#start();
    this.#port = port;
    this.#told = { rows: 0, damaged: 0, all: false };
    this.#read = { rows: 0, unreadable: 0 };
    port.addEventListener('message', ({ data }) => {
      if (this.#port === port) this.#hear(data);
    });
    port.onBreak(() => {
      if (this.#port === port) this.#close(broken);
    });
    this.tell({ type: 'begin', notebook: this.#notebook });
    return true;
  }

  tell(message: ToWorker): void {
    this.#port?.postMessage(message);
  }

  /** Hands rows over, as copies: a journal in memory goes on with its own. */
  tellRows(rows: readonly JournalRow[], damaged: number): void {
    const { rows: before, damaged: damagedBefore, all } = this.#told;
    this.#told = { rows: before + rows.length, damaged: damagedBefore + damaged, all };
    if (rows.length > 0) this.tell({ type: 'rows', rows });
    this.#tellProgress();
  }

  /** All that the journal had has been handed over. */
  allTold(): void {
    this.#told = { ...this.#told, all: true };
    this.#tellProgress();
  }

  ask<Q extends QuestionName>(
    name: Q,
    asked: Questions[Q]['asked'],
    signal?: AbortSignal,
  ): HistoryAnswer<Questions[Q]['answer']> {
    if (signal?.aborted === true) return Promise.resolve(err(cancelled));
    if (this.#port === null) return Promise.resolve(err(broken));
    this.#serial += 1;
    const serial = this.#serial;
    return new Promise((resolve) => {
      const abort = (): void => {
        this.tell({ type: 'cancel', serial });
        this.#take(serial)?.fail(cancelled);
      };
      signal?.addEventListener('abort', abort, { once: true });
      this.#asked.set(serial, {
        // The worker answers a question with what `Questions` says of it.
        answer: (value) => resolve(ok(value as Questions[Q]['answer'])),
        fail: (problem) => resolve(err(problem)),
      });
      // A name and what is asked under it make a question.
      this.tell({ type: 'ask', serial, question: { ask: name, ...asked } as unknown as Question });
    });
  }

  progress(): HistoryProgress | null {
    return this.#port === null ? null : this.#progress;
  }

  onProgress(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Ends the worker where no question waits for it. The next question starts it again, with nothing told. */
  rest(): void {
    if (this.#asked.size > 0) return;
    this.#port?.close();
    this.#port = null;
  }

  /** Ends the worker; every question from now on is answered with a failure. */
  dispose(): void {
    this.#isOver = true;
    this.#close(broken);
    this.#listeners.clear();
  }

  #hear(message: FromWorker): void {
    if (message.type === 'read') {
      this.#read = message;
      this.#tellProgress();
    } else if (message.type === 'answer') this.#take(message.serial)?.answer(message.answer);
    else this.#take(message.serial)?.fail(message.type === 'cancelled' ? cancelled : broken);
  }

  #take(serial: number): Asked | undefined {
    const asked = this.#asked.get(serial);
    this.#asked.delete(serial);
    return asked;
  }

  #close(problem: Problem<HistoryFailure>): void {
    this.#port?.close();
    this.#port = null;
    for (const serial of [...this.#asked.keys()]) this.#take(serial)?.fail(problem);
  }

  #tellProgress(): void {
    const { rows, damaged, all } = this.#told;
    const done = rows === 0 ? (all ? 1 : 0) : (this.#read.rows / rows) * (all ? 1 : 0.9);
    this.#progress = { done, damaged: damaged + this.#read.unreadable };
    for (const listener of [...this.#listeners]) listener();
  }
}

export const cancelled: Problem<HistoryFailure> = { reason: 'cancelled', message: 'This was given up.' };
const broken: Problem<HistoryFailure> = {
  reason: 'unavailable',
  message: 'The history could not be read just now. Nothing was changed; try again.',
};
