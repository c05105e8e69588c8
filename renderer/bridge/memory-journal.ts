import {
  type Bridge,
  type Checkpoint,
  type DocumentState,
  type Head,
  type JournalFailure,
  type JournalRow,
  type SnapshotInfo,
} from '../../shared/bridge/index.ts';
import { err, ok } from '../../shared/lib/result.ts';
import type { Problem, Result } from '../../shared/lib/result.ts';

/** The calls of the journal. */
export type Journal = Bridge['journal'];

/** Answers of `read` hold no more bytes than this, unless a single row is larger. */
const answerBytes = 8 * 1024 * 1024;

interface Stored extends JournalRow {
  sum: string;
}

interface Notebook {
  title: string;
  looked: number | null;
  readonly rows: Stored[];
  readonly checkpoints: Map<string, readonly (Checkpoint & { readonly at: number })[]>;
  readonly snapshots: Map<string, SnapshotInfo & { readonly states: readonly DocumentState[] }>;
}

/** What journals in memory share: several pages on one memory see the same notebooks. */
export type JournalMemory = Map<string, Notebook>;

const gone: Problem<JournalFailure> = {
  reason: 'gone',
  message: 'There is no such notebook in the library folder.',
};

/** A journal without a file, for plain browsers and for tests: it keeps everything for as long as the page lives. */
export function createMemoryJournal(memory: JournalMemory = new Map(), now: () => number = Date.now): Journal {
  const within = async <T>(
    id: string,
    work: (notebook: Notebook) => Result<T, Problem<JournalFailure>> | Promise<Result<T, Problem<JournalFailure>>>,
  ): Promise<Result<T, Problem<JournalFailure>>> => {
    const notebook = memory.get(id);
    return notebook === undefined ? err(gone) : await work(notebook);
  };
  return {
    open: ({ notebook: id, title, create }) => {
      const known = memory.get(id);
      if (known === undefined && !create) return Promise.resolve(err(gone));
      const notebook = known ?? emptyNotebook(title);
      memory.set(id, notebook);
      return Promise.resolve(ok({ heads: headsOf(notebook), looked: notebook.looked, notices: [] }));
    },
    append: ({ notebook: id, rows }) =>
      within(id, async (notebook) => {
        const before = notebook.rows.length;
        const kept = Math.max(notebook.rows.at(-1)?.kept ?? 0, now());
        // Copied: what the caller does with its bytes afterwards is its own affair.
        for (const row of rows)
          notebook.rows.push({ ...row, bytes: row.bytes.slice(), seq: notebook.rows.length + 1, kept, sum: '' });
        const added = notebook.rows.slice(before, before + rows.length);
        await Promise.all(added.map(async (row) => (row.sum = await sumOf(id, row))));
        return ok(headsOf({ ...notebook, rows: added }));
      }),
    read: ({ notebook: id, doc, after, before }) =>
      within(id, (notebook) => {
        const limit = before ?? Number.POSITIVE_INFINITY;
        const checkpoint =
          after === null ? (notebook.checkpoints.get(doc)?.findLast(({ at }) => at <= limit) ?? null) : null;
        const from = after ?? checkpoint?.seq ?? 0;
        const all = notebook.rows.filter((row) => row.doc === doc && row.seq > from && row.kept <= limit);
        const count = partOf(all);
        return ok({
          checkpoint: checkpoint === null ? null : { seq: checkpoint.seq, bytes: checkpoint.bytes },
          rows: all.slice(0, count).map(({ sum: _sum, ...row }) => row),
          more: count < all.length,
          damaged: 0,
        });
      }),
    sum: ({ notebook: id, doc, seq }) =>
      within(id, ({ rows }) => ok(rows.find((row) => row.doc === doc && row.seq === seq)?.sum ?? null)),
    checkpoint: ({ notebook: id, doc, seq, bytes }) =>
      within(id, ({ checkpoints, rows }) => {
        const at = rows.find((row) => row.doc === doc && row.seq === seq)?.kept;
        if (at === undefined) return err(gone);
        checkpoints.set(doc, [...(checkpoints.get(doc) ?? []), { seq, bytes: bytes.slice(), at }].slice(-3));
        return ok(undefined);
      }),
    lastSession: ({ notebook: id, but }) =>
      within(id, ({ rows }) => {
        const steps = rows.filter((row) => row.step > 0);
        const session = steps.findLast((row) => row.session !== but)?.session;
        if (session === undefined) return ok(null);
        const first = new Map(
          steps
            .filter((row) => row.session === session)
            .reverse()
            .map(({ doc, seq, kept }) => [doc, { doc, seq, kept }]),
        );
        return ok({ session, docs: [...first.values()] });
      }),
    looked: ({ notebook: id, seq }) =>
      within(id, (notebook) => {
        notebook.looked = seq;
        return ok(undefined);
      }),
    title: ({ notebook: id, title }) =>
      within(id, (notebook) => {
        notebook.title = title;
        return ok(undefined);
      }),
    close: () => Promise.resolve(ok(undefined)),
    list: () =>
      Promise.resolve(
        ok(
          [...memory]
            .filter(([id]) => !/^library(?:-\d+)?$/.test(id))
            .map(([id, notebook]) => ({
              notebook: id,
              title: notebook.title,
              folder: '',
              docs: headsOf(notebook).map(({ doc }) => doc),
            })),
        ),
      ),
    remove: ({ notebook: id }) => {
      memory.delete(id);
      return Promise.resolve(ok(undefined));
    },
    snapshot: ({ notebook: id, states }) =>
      within(id, ({ snapshots }) => {
        const at = now();
        const name = `${new Date(at).toISOString().replaceAll(':', '-')}-${String(snapshots.size)}.snapshot`;
        const bytes = states.reduce((sum, state) => sum + state.bytes.byteLength, 0);
        snapshots.set(name, { name, at, bytes, states });
        return ok({ name, at, bytes });
      }),
    snapshots: ({ notebook: id }) =>
      within(id, ({ snapshots }) => ok([...snapshots.values()].map(({ name, at, bytes }) => ({ name, at, bytes })))),
    readSnapshot: ({ notebook: id, name }) =>
      within(id, ({ snapshots }) => {
        const snapshot = snapshots.get(name);
        return snapshot === undefined ? err(gone) : ok([...snapshot.states]);
      }),
  };
}

function emptyNotebook(title: string): Notebook {
  return { title, looked: null, rows: [], checkpoints: new Map(), snapshots: new Map() };
}

function headsOf({ rows }: Notebook): Head[] {
  const heads = new Map<string, Head>(rows.map(({ doc, seq, sum }) => [doc, { doc, seq, sum }]));
  return [...heads.values()];
}

/** How many of the rows fit into one answer; always at least one. */
function partOf(rows: readonly Stored[]): number {
  let size = 0;
  const over = rows.findIndex((row, at) => (size += row.bytes.byteLength) > answerBytes && at > 0);
  return over === -1 ? rows.length : over;
}

async function sumOf(notebook: string, { bytes, sum: _sum, ...rest }: Stored): Promise<string> {
  const head = new TextEncoder().encode(JSON.stringify([notebook, rest]));
  const all = new Uint8Array(head.byteLength + bytes.byteLength);
  all.set(head);
  all.set(bytes, head.byteLength);
  const digest = await crypto.subtle.digest('SHA-256', all);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
