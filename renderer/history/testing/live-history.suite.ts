import * as Y from 'yjs';
import { rootDocId } from '../../../shared/story/document.ts';
import { createMemoryJournal } from '../../bridge/memory-journal.ts';
import { createMemoryStore } from '../../persistence/memory-store.ts';
import { NotebookSession } from '../../session/notebook-session.ts';
import { HistoryDesk } from '../history-desk.ts';
import type { HistoryPort } from '../history-line.ts';
import { JournalHistory } from '../journal-history.ts';
import type { FromWorker, ToWorker } from '../protocol.ts';

/** Milliseconds that pass with every row: moments can be told apart. */
const between = 1000;

/** A new notebook in memory whose every change is journaled at once, and its history. */
export async function openWithHistory() {
  const id = crypto.randomUUID();
  const opened = await NotebookSession.open(id, { store: createMemoryStore(), author: () => 'Mara' }, { create: true });
  if (!opened.ok) throw new Error(opened.error.message);
  const session = opened.value;
  let now = Date.UTC(2026, 2, 3, 12);
  const journal = createMemoryJournal(new Map(), () => now);
  await journal.open({ notebook: id, title: '', create: true });
  const writing: Promise<unknown>[] = [];
  let step = 0;
  /** Journals what a document holds and what happens to it from now on. */
  const follow = (docId: string, doc: Y.Doc): void => {
    const append = (bytes: Uint8Array): void => {
      now += between;
      step += 1;
      const made = { at: now, author: 'Mara', authorId: null, session: 'one', origin: 'edit' as const, step };
      writing.push(journal.append({ notebook: id, rows: [{ doc: docId, bytes: new Uint8Array(bytes), ...made }] }));
    };
    append(Y.encodeStateAsUpdate(doc));
    doc.on('update', append);
  };
  follow(rootDocId(id), session.doc);
  const port = desk();
  const history = new JournalHistory({ notebook: id, journal, start: () => port, onSaved: () => () => undefined });
  return {
    session,
    history,
    follow,
    /** The moment up to which all is journaled. */
    kept: async (): Promise<number> => {
      await Promise.all(writing);
      return now;
    },
    close: async () => {
      history.dispose();
      port.close();
      await session.close();
    },
  };
}

/** A desk at the other end of a message channel, as a worker would be. */
function desk(): HistoryPort {
  const { port1, port2 } = new MessageChannel();
  port1.start();
  port2.start();
  new HistoryDesk({
    postMessage: (message: FromWorker) => port2.postMessage(message),
    addEventListener: (type, listener: (event: MessageEvent<ToWorker>) => void) =>
      port2.addEventListener(type, listener),
  });
  return {
    postMessage: (message) => port1.postMessage(message),
    addEventListener: (type, listener: (event: MessageEvent<FromWorker>) => void) =>
      port1.addEventListener(type, listener),
    onBreak: () => undefined,
    close: () => {
      port1.close();
      port2.close();
    },
  };
}
