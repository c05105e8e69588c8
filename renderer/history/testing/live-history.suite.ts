import * as Y from 'yjs';
import type { NewRow } from '../../../shared/bridge/index.ts';
import { rootDocId } from '../../../shared/story/document.ts';
import { createMemoryJournal } from '../../bridge/memory-journal.ts';
import { createMemoryStore } from '../../persistence/memory-store.ts';
import { RemoteOrigin } from '../../persistence/remote-origin.ts';
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
  const saved = new Set<() => void>();
  let step = 0;
  const keep = (row: Pick<NewRow, 'doc' | 'author' | 'session' | 'origin' | 'step'>, bytes: Uint8Array): void => {
    now += between;
    const rows = [{ ...row, bytes: new Uint8Array(bytes), at: now, authorId: null }];
    const kept = journal.append({ notebook: id, rows }).then(() => saved.forEach((tell) => tell()));
    writing.push(kept);
  };
  /** Journals what a document holds and what happens to it from now on. */
  const follow = (docId: string, doc: Y.Doc): void => {
    const append = (bytes: Uint8Array, origin?: unknown): void => {
      if (origin instanceof RemoteOrigin) return;
      step += 1;
      keep({ doc: docId, author: 'Mara', session: 'one', origin: 'edit', step }, bytes);
    };
    append(Y.encodeStateAsUpdate(doc));
    doc.on('update', append);
  };
  follow(rootDocId(id), session.doc);
  const onSaved = (listener: () => void): (() => void) => {
    saved.add(listener);
    return () => saved.delete(listener);
  };
  const port = desk();
  const history = new JournalHistory({ notebook: id, journal, start: () => port, onSaved });
  return {
    session,
    history,
    follow,
    /** Takes in what a teammate wrote into the root document, and journals it as they wrote it. */
    receive: (update: Uint8Array, author: string): void => {
      Y.applyUpdate(session.doc, update, new RemoteOrigin({ name: author, id: author }));
      keep({ doc: rootDocId(id), author, session: 'theirs', origin: 'remote', step: 0 }, update);
    },
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
