import type {
  ImportProblem,
  ReadOptions,
  Table,
  TableHints,
  TableProblem,
  TableRow,
} from '../../shared/imports/index.ts';
import type { InterchangeProblem, KnownEntries } from '../../shared/interchange/index.ts';
import { err, ok } from '../../shared/lib/result.ts';
import type { Result } from '../../shared/lib/result.ts';
import type { ImportDraft } from '../../shared/story/import-draft.ts';
import type { PageEntry } from '../../shared/story/page-rule.ts';
import type { PageInput } from './page-input.ts';

/** What is known about a file, and what the notebook has that it may belong to. */
export interface AnyReadOptions extends ReadOptions {
  /** Null where it has nothing, or where the file is none of annotations. */
  readonly known: KnownEntries | null;
  /** How a table is to be read: its formatting on the clipboard, and what a person chose. */
  readonly table?: Omit<TableHints, 'fileName'>;
}

/** A table of events: what its columns are is asked before anything is made of its rows. */
export interface TableFile {
  readonly fileName: string;
  readonly table: Table;
}

/** What the worker is asked: to read a page, then for one batch of its entries or rows after another. */
export type ToReader = { readonly content: PageInput['content']; readonly options: AnyReadOptions } | 'more';

/** What the worker answers: what it read without its entries or rows, then these batch by batch; an empty one is the last. */
export type FromReader =
  | { readonly outcome: ReadOutcome }
  | { readonly entries: readonly PageEntry[] }
  | { readonly rows: readonly TableRow[] };

export type ReadOutcome = Result<ImportDraft | TableFile, ImportProblem | InterchangeProblem | TableProblem>;

/** Milliseconds for which a worker waits for another page: of a hundred files each would start one of its own. */
const idleTime = 2000;

/** The worker that has nothing to do right now. */
let idle: { readonly worker: Worker; readonly timer: ReturnType<typeof setTimeout> } | null = null;

/** Reads a page away from the window's thread, so that a large or hostile one never blocks it. Aborting ends it at once. */
export function readInWorker(input: PageInput, options: AnyReadOptions, signal: AbortSignal): Promise<ReadOutcome> {
  const worker = takeWorker();
  const say = (message: ToReader): void => worker.postMessage(message);
  return new Promise((resolve) => {
    let read: ImportDraft | TableFile | null = null;
    const entries: PageEntry[] = [];
    const rows: TableRow[] = [];
    const end = (outcome: ReadOutcome, isWhole = false): void => {
      signal.removeEventListener('abort', stop);
      if (isWhole) giveBack(worker);
      else worker.terminate();
      resolve(outcome);
    };
    const stop = (): void => end(err({ reason: 'other-kind', message: stopped }));
    // Our own worker answers with nothing else.
    worker.onmessage = ({ data }: MessageEvent<FromReader>) => {
      if ('outcome' in data) {
        if (!data.outcome.ok) return end(data.outcome, true);
        read = data.outcome.value;
      } else if ('rows' in data) {
        if (data.rows.length === 0 && read !== null && 'table' in read)
          return end(ok({ ...read, table: { ...read.table, rows } }), true);
        rows.push(...data.rows);
      } else if (data.entries.length === 0 && read !== null && !('table' in read))
        return end(ok({ ...read, entries }), true);
      else entries.push(...data.entries);
      // Ten thousand entries in one message would hold the window up; it goes first between two batches.
      setTimeout(() => say('more'));
    };
    worker.onerror = () => end(err({ reason: 'other-kind', message: unreadable }));
    signal.addEventListener('abort', stop, { once: true });
    say({ content: input.content, options });
  });
}

function takeWorker(): Worker {
  if (idle === null) return new Worker(new URL('./reading.worker.ts', import.meta.url), { type: 'module' });
  const { worker, timer } = idle;
  clearTimeout(timer);
  idle = null;
  return worker;
}

function giveBack(worker: Worker): void {
  if (idle !== null) return worker.terminate();
  const timer = setTimeout(() => {
    worker.terminate();
    idle = null;
  }, idleTime);
  idle = { worker, timer };
}

const unreadable = 'This file could not be read: reading it failed. Nothing was imported.';
const stopped = 'Reading was stopped. Nothing was imported.';
