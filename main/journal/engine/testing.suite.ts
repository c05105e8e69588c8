import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { JournalFailure, NewRow } from '../../../shared/bridge/index.ts';
import type { Problem, Result } from '../../../shared/lib/result.ts';
import { createJournals, type Journals } from './journals.ts';

/** The notebook that the tests write to. */
export const notebook = 'a1b2c3d4-0000-4000-8000-000000000001';

/** A row as the page hands it over. */
export function row(change: Partial<NewRow> = {}): NewRow {
  return {
    doc: notebook,
    bytes: new Uint8Array([1, 2, 3]),
    at: 1_700_000_000_000,
    author: 'Ada',
    authorId: 'ada',
    session: 'session-1',
    origin: 'edit',
    step: 1,
    ...change,
  };
}

/** What a call gave; throws where it failed. */
export async function value<T>(answer: Promise<Result<T, Problem<JournalFailure>>>): Promise<T> {
  const result = await answer;
  if (!result.ok) throw new Error(`${result.error.reason}: ${result.error.message}`);
  return result.value;
}

/** Why a call failed. */
export async function problem(
  answer: Promise<Result<unknown, Problem<JournalFailure>>>,
): Promise<Problem<JournalFailure>> {
  const result = await answer;
  if (result.ok) throw new Error('It did not fail');
  return result.error;
}

/** The calls on one notebook, as a page makes them. */
export function caller({ methods }: Journals, id = notebook) {
  const about = { notebook: id };
  return {
    open: (create = true) => value(methods['journal.open']({ ...about, title: 'Suez', create })),
    append: (...rows: NewRow[]) => value(methods['journal.append']({ ...about, rows })),
    read: (after: number | null = null, before: number | null = null, doc = id) =>
      value(methods['journal.read']({ ...about, doc, after, before })),
    sum: (seq: number, doc = id) => value(methods['journal.sum']({ ...about, doc, seq })),
    checkpoint: (seq: number, bytes: Uint8Array<ArrayBuffer>, doc = id) =>
      value(methods['journal.checkpoint']({ ...about, doc, seq, bytes })),
    close: () => value(methods['journal.close'](about)),
  };
}

/** A library of its own for each test, and its engine. */
export function ownLibrary() {
  const engines: Journals[] = [];
  const own = {
    folder: '',
    /** Another engine on the same library, as after the process was started again. */
    start: () => {
      const journals = createJournals(own.folder);
      engines.push(journals);
      return journals;
    },
  };
  beforeEach(() => {
    own.folder = mkdtempSync(join(tmpdir(), 'backstory-journal-'));
  });
  afterEach(() => {
    for (const journals of engines.splice(0)) journals.end();
    // A process that was just killed may still be writing.
    rmSync(own.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  });
  return own;
}
