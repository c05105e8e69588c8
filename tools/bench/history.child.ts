import * as Y from 'yjs';
import type { JournalRow } from '../../shared/bridge/index.ts';
import { NotebookArchive } from '../../shared/history/archive.ts';
import { ChangeList } from '../../shared/history/list-changes.ts';
import { initialiseDocument, rootDocId } from '../../shared/story/document.ts';
import { ageing } from './ageing.ts';
import { corpus } from './corpus.ts';
import { largeNotebook } from './notebook.ts';

// Reads so many rows of a notebook of 1,000 events, each an overwritten title, as history or into a bare document. Prints what that
// took (CPU time of all threads), what is held then beyond the rows (the notebook is), and for history how long listing the latest fifty changes took.
const [, , reader = '', count = '0'] = process.argv;
const notebook = 'bench';
/** Milliseconds between two rows: longer than what is joined into one change. */
const apart = 400_000;
/** Rows that are read before, so that no size is measured with a cold engine. */
const warmUp = 2_000;

function journal(rows: number): readonly JournalRow[] {
  const { doc, events } = largeNotebook(1_000);
  initialiseDocument(doc, notebook);
  const titles = corpus(2).events.map(({ title }) => title);
  const start = new Uint8Array(Y.encodeStateAsUpdate(doc));
  return [start, ...ageing(doc, events, titles, rows)].map((bytes, index) => {
    const at = 1_600_000_000_000 + index * apart;
    const by = {
      author: `Author ${index % 4}`,
      authorId: null,
      session: 'bench',
      origin: 'edit',
      step: index,
    } as const;
    return { ...by, seq: index + 1, doc: rootDocId(notebook), bytes, at, kept: at };
  });
}

function subject() {
  const archive = new NotebookArchive(notebook);
  if (reader === 'history') return { archive, take: (row: JournalRow) => archive.add(row) };
  const doc = new Y.Doc();
  return { archive, take: ({ bytes }: JournalRow) => Y.applyUpdate(doc, bytes) };
}

const warm = subject();
for (const row of journal(warmUp)) warm.take(row);

const [first, ...rows] = journal(Number(count));
let read: ReturnType<typeof subject> | null = subject();
// What the notebook begins with is no edit.
if (first !== undefined) read.take(first);

const reading = process.cpuUsage();
for (const row of rows) read.take(row);
const { user, system } = process.cpuUsage(reading);
const listing = process.cpuUsage();
new ChangeList(read.archive).page({ type: 'all' }, { before: null, limit: 50 });
const listed = process.cpuUsage(listing);

const collect = (globalThis as { gc?: () => void }).gc; // Node adds it with --expose-gc.
const held = async (): Promise<number> => {
  // What this turn of the loop still holds goes with the next, and what is outside the heap after what held it.
  for (let time = 0; time < 3; time += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    collect?.();
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};
const all = await held();
read = null;
const bytes = all - (await held());
process.stdout.write(
  JSON.stringify({ read: (user + system) / 1000, bytes, listed: (listed.user + listed.system) / 1000 }),
);
