import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MessageChannel } from 'node:worker_threads';
import { createJournals, type Journals } from './engine/journals.ts';
import { notebook, row } from './engine/testing.suite.ts';
import { serve, teller } from '../process/serve.ts';
import { processMethods } from './process-methods.ts';

let folder = '';
let journals: Journals;
let channel: MessageChannel;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backstory-serve-'));
  journals = createJournals(folder);
  channel = new MessageChannel();
});
afterEach(() => {
  channel.port1.close();
  journals.end();
  rmSync(folder, { recursive: true });
});

/** The other end of a line on which the journal is served: asks, and gives what comes back. */
function line(
  ready: Promise<Journals['methods']> = Promise.resolve(journals.methods),
  end: () => void = () => undefined,
) {
  const port = {
    post: (reply: unknown) => {
      channel.port1.postMessage(reply);
    },
    listen: (listener: (message: unknown) => void) => channel.port1.on('message', listener),
  };
  serve(port, processMethods, ready, end);
  const heard: unknown[] = [];
  let wake: () => void = () => undefined;
  channel.port2.on('message', (message: unknown) => {
    heard.push(message);
    wake();
  });
  return {
    port,
    ask: (message: unknown) => {
      channel.port2.postMessage(message);
    },
    /** The first so many answers. */
    async answers(count: number): Promise<unknown[]> {
      while (heard.length < count) await new Promise<void>((resolve) => (wake = resolve));
      return heard.slice(0, count);
    },
  };
}

describe('the journal’s process', () => {
  it('answers every call by its number, bytes and all', async () => {
    const { ask, answers } = line();
    ask({ id: 1, method: 'journal.open', args: { notebook, title: 'Served', create: true } });
    ask({ id: 2, method: 'journal.append', args: { notebook, rows: [row()] } });
    ask({ id: 3, method: 'journal.list' });
    const all = await answers(3);
    expect(all).toContainEqual({ id: 2, result: { ok: true, value: [expect.objectContaining({ seq: 1 })] } });
    ask({ id: 4, method: 'journal.read', args: { notebook, doc: notebook, after: null, before: null } });
    expect((await answers(4)).at(-1)).toMatchObject({ id: 4, result: { value: { rows: [{ bytes: row().bytes }] } } });
  });

  it('calls it a bug when what it is asked makes no sense, and ignores what is no question', async () => {
    const { ask, answers } = line();
    ask('hello');
    ask({ id: 1, method: 'journal.burn', args: {} });
    ask({ id: 2, method: 'journal.append', args: { notebook: '../..', rows: [row()] } });
    ask({ id: 3, method: 'settings.get' });
    ask({ id: 4, method: 'journal.looked', args: { notebook, seq: -1 } });
    const all = await answers(3);
    expect(all).toMatchObject([{ id: 2 }, { id: 3 }, { id: 4 }]);
    expect(JSON.stringify(all[0])).toContain('journal.append was called with');
    for (const answer of all) expect(answer).toHaveProperty('bug');
  });

  it('lets calls wait until the work can begin, and ends at once when asked', async () => {
    let begin: () => void = () => undefined;
    const ready = new Promise<void>((resolve) => (begin = resolve)).then(() => journals.methods);
    let ended = false;
    const { ask, answers } = line(ready, () => {
      ended = true;
      begin();
    });
    ask({ id: 1, method: 'journal.list' });
    ask({ end: true });
    expect(await answers(1)).toEqual([{ id: 1, result: { ok: true, value: [] } }]);
    expect(ended).toBe(true);
  });

  it('tells the page what nobody asked', async () => {
    const { port, answers } = line();
    teller(port)('journal.space', { free: 'low' });
    expect(await answers(1)).toEqual([{ event: 'journal.space', value: { free: 'low' } }]);
  });
});
