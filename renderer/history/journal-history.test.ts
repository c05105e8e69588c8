import { afterEach, describe, expect, it } from 'vitest';
import { createEntry } from '../../shared/story/commands/create-entry.ts';
import { setAnyField, setStoryField } from '../../shared/story/commands/set-field.ts';
import { StoryReader } from '../../shared/story/reading/reader.ts';
import { KeptJournal, minute, notebook, start } from '../../shared/history/testing/kept-journal.suite.ts';
import { createMemoryJournal } from '../bridge/memory-journal.ts';
import { stateOf } from '../persistence/state-bytes.ts';
import { HistoryDesk } from './history-desk.ts';
import type { HistoryPort } from './history-line.ts';
import { JournalHistory } from './journal-history.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

const cleanup: (() => void)[] = [];
afterEach(() => {
  for (const clean of cleanup.splice(0)) clean();
});

/** A desk at the other end of a message channel, as a worker would be; `broken` breaks it down. */
function desk(): HistoryPort & { broken(): void } {
  const { port1, port2 } = new MessageChannel();
  const breaks: (() => void)[] = [];
  const close = (): void => {
    port1.close();
    port2.close();
  };
  cleanup.push(close);
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
    onBreak: (listener) => breaks.push(listener),
    close,
    broken: () => breaks.splice(0).forEach((tell) => tell()),
  };
}

async function opened(restAfter = 60_000) {
  const kept = new KeptJournal();
  let now = start;
  const journal = createMemoryJournal(new Map(), () => now);
  await journal.open({ notebook, title: 'Six days', create: true });
  let stored = 0;
  /** Stores what has been written since. */
  const store = async (): Promise<void> => {
    for (const { seq: _seq, kept: at, ...row } of kept.rows.slice(stored)) {
      now = at;
      await journal.append({ notebook, rows: [row] });
    }
    stored = kept.rows.length;
    for (const listener of [...saved]) listener();
  };
  const saved = new Set<() => void>();
  const ports: ReturnType<typeof desk>[] = [];
  let reads = 0;
  const history = new JournalHistory({
    notebook,
    journal: {
      ...journal,
      read: (args) => {
        reads += 1;
        return journal.read(args);
      },
    },
    start: () => {
      const port = desk();
      ports.push(port);
      return port;
    },
    onSaved: (listener) => {
      saved.add(listener);
      return () => saved.delete(listener);
    },
    restAfter,
  });
  cleanup.push(() => history.dispose());
  return { kept, journal, store, history, saved, ports, reads: () => reads };
}

function valueOf<T>(answer: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!answer.ok) throw new Error('There should be an answer');
  return answer.value;
}

describe('JournalHistory', () => {
  it('[HI12] reads nothing before it is asked, then everything, then only what is new', async () => {
    const { kept, store, history, ports, reads } = await opened();
    const event = kept.write({}, () => createEntry(kept.writer, { kind: 'events', fields: { title: 'Aground' } }));
    await store();
    expect([ports.length, reads(), history.progress()]).toEqual([0, 0, null]);

    const page = { before: null, limit: 10 };
    const first = valueOf(await history.changes({ type: 'entry', ref: event }, page));
    expect(first.changes.map(({ type, author }) => [type, author])).toEqual([['one', 'Mara']]);
    expect(history.progress()).toEqual({ done: 1, damaged: 0 });

    kept.wait(minute).write({ author: 'Ilir', session: 'other' }, () => {
      setAnyField(kept.writer, event, 'title', 'Aground across the canal');
    });
    await store();
    const before = reads();
    const second = valueOf(await history.changes({ type: 'entry', ref: event }, page));
    expect(second.changes[0]).toMatchObject({
      verb: 'changed',
      author: 'Ilir',
      title: 'Aground across the canal',
      field: { name: 'title', label: 'Title' },
      difference: { parts: [{ text: 'Aground' }, { kind: 'added', text: ' across the canal' }] },
    });
    expect(reads()).toBe(before + 1);
    expect(valueOf(await history.values(second.changes[0]?.id ?? ''))).toEqual({
      before: 'Aground',
      after: 'Aground across the canal',
    });
  });

  it('[HI2] opens earlier states, by moment and out of a backup, and compares them', async () => {
    const { kept, journal, store, history } = await opened();
    kept.write({}, () => setStoryField(kept.writer, 'title', 'Six days'));
    await store();
    const moment = { type: 'kept', kept: kept.now } as const;
    const bytes = (await stateOf(kept.doc)).slice();
    await journal.snapshot({ notebook, states: [{ doc: notebook, bytes }] });
    kept.wait(minute).write({}, () => setStoryField(kept.writer, 'title', 'Seven days'));
    await store();

    const [backup] = valueOf(await history.backups());
    for (const past of [moment, { type: 'backup', name: backup?.name ?? '' } as const]) {
      const { doc, draft } = valueOf(await history.asOf(past));
      expect(new StoryReader(doc).story().fields.title).toBe('Six days');
      expect(valueOf(await draft('none')).share.size).toBe(0);
      const { story, entries } = valueOf(await history.compare(past));
      expect([story.map(({ name }) => name), entries]).toEqual([['title'], 0]);
      const [field] = valueOf(await history.compareFields(past, null));
      expect(field).toMatchObject({ past: 'Six days', present: 'Seven days' });
    }
    const damaged = await journal.snapshot({ notebook, states: [{ doc: notebook, bytes: bytes.slice(9) }] });
    expect(await history.compare({ type: 'backup', name: damaged.ok ? damaged.value.name : '' })).toMatchObject({
      ok: false,
      error: { reason: 'gone' },
    });
    expect(await history.asOf({ type: 'backup', name: 'none' })).toMatchObject({
      ok: false,
      error: { reason: 'gone' },
    });
  });

  it('tells of new rows while somebody listens', async () => {
    const { kept, store, history, saved } = await opened();
    await store();
    await history.beginning();
    expect(saved.size).toBe(0);
    const told = new Promise<void>((resolve) => cleanup.push(history.onNewRows(resolve)));
    kept.write({}, () => setStoryField(kept.writer, 'title', 'Six days'));
    await store();
    await told;
    const { sections, story, upTo } = valueOf(await history.news({ since: { row: 1 }, ignoring: [] }));
    expect([sections, story.map(({ field }) => field.name), upTo]).toEqual([[], ['title'], 2]);
  });

  it('lets its worker go when nobody asks or listens any more, and answers all the same afterwards', async () => {
    const { kept, journal, store, history, ports } = await opened(20);
    kept.write({}, () => setStoryField(kept.writer, 'title', 'Six days'));
    await store();
    const bytes = (await stateOf(kept.doc)).slice();
    await journal.snapshot({ notebook, states: [{ doc: notebook, bytes }] });
    const [backup] = valueOf(await history.backups());
    const past = { type: 'backup', name: backup?.name ?? '' } as const;
    const { draft } = valueOf(await history.asOf(past));
    await expect.poll(() => history.progress()).toBeNull();
    expect(valueOf(await draft('none')).share.size).toBe(0);
    expect(ports.length).toBe(2);
  });

  it('gives a question up, and starts again after a breakdown', async () => {
    const { store, history, ports } = await opened();
    await store();
    const abort = new AbortController();
    const asked = history.sittings(10, { signal: abort.signal });
    abort.abort();
    expect(await asked).toMatchObject({ ok: false, error: { reason: 'cancelled' } });

    expect(valueOf(await history.sittings(10))).toEqual([{ from: start, to: start, rows: 1 }]);
    ports[0]?.broken();
    expect(valueOf(await history.beginning())).toEqual({ kept: start, hadContent: false });
    history.dispose();
    expect(await history.beginning()).toMatchObject({ ok: false, error: { reason: 'unavailable' } });
    expect(ports.length).toBe(2);
  });
});
