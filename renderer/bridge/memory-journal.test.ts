import { describe, expect, it } from 'vitest';
import type { NewRow } from '../../shared/bridge/index.ts';
import { createMemoryJournal } from './memory-journal.ts';

const notebook = 'one';
const about = { notebook, doc: notebook };

function row(change: Partial<NewRow> = {}): NewRow {
  const bytes = new Uint8Array([1, 2, 3]);
  return {
    doc: notebook,
    bytes,
    at: 1,
    author: 'Ada',
    authorId: 'ada',
    session: 's1',
    origin: 'edit',
    step: 1,
    ...change,
  };
}

async function value<T>(
  answer: Promise<{ ok: true; value: T } | { ok: false; error: { reason: string } }>,
): Promise<T> {
  const result = await answer;
  if (!result.ok) throw new Error(result.error.reason);
  return result.value;
}

describe('a journal in memory', () => {
  it('has nothing before it is begun, and then gives back what was appended, numbered and with sums', async () => {
    const journal = createMemoryJournal();
    expect(await journal.open({ notebook, title: 'One', create: false })).toMatchObject({ error: { reason: 'gone' } });
    expect(await value(journal.open({ notebook, title: 'One', create: true }))).toMatchObject({
      heads: [],
      looked: null,
    });
    const heads = await value(journal.append({ notebook, rows: [row(), row({ doc: 'one.draft.a' }), row()] }));
    expect(heads.map(({ doc, seq }) => [doc, seq])).toEqual([
      [notebook, 3],
      ['one.draft.a', 2],
    ]);
    const { rows, more, damaged } = await value(journal.read({ ...about, after: null, before: null }));
    expect([rows.map(({ seq }) => seq), more, damaged]).toEqual([[1, 3], false, 0]);
    expect(await value(journal.sum({ ...about, seq: 3 }))).toBe(heads[0]?.sum);
    expect(await value(journal.sum({ ...about, seq: 2 }))).toBeNull();
    expect((await value(journal.open({ notebook, title: '', create: false }))).heads).toHaveLength(2);
  });

  it('reads from the last checkpoint on, as of a moment, behind a row, and in parts', async () => {
    let now = 100;
    const journal = createMemoryJournal(new Map(), () => now);
    await journal.open({ notebook, title: 'One', create: true });
    for (now = 100; now < 105; now += 1) await journal.append({ notebook, rows: [row()] });
    await journal.checkpoint({ ...about, seq: 2, bytes: new Uint8Array([2]) });
    await journal.checkpoint({ ...about, seq: 4, bytes: new Uint8Array([4]) });
    const seqs = async (after: number | null, before: number | null) => {
      const { checkpoint, rows } = await value(journal.read({ ...about, after, before }));
      return [checkpoint?.seq ?? null, ...rows.map(({ seq }) => seq)];
    };
    expect(await seqs(null, null)).toEqual([4, 5]);
    expect(await seqs(null, 102)).toEqual([2, 3]);
    expect(await seqs(0, null)).toEqual([null, 1, 2, 3, 4, 5]);
    expect(await seqs(3, null)).toEqual([null, 4, 5]);
    const large = new Uint8Array(5 * 1024 * 1024);
    await journal.append({ notebook, rows: [row({ bytes: large }), row({ bytes: large })] });
    const part = await value(journal.read({ ...about, after: 5, before: null }));
    expect([part.rows.map(({ seq }) => seq), part.more]).toEqual([[6], true]);
  });

  it('knows the session before, what was looked at, titles and backups, and forgets what is removed', async () => {
    const journal = createMemoryJournal();
    await journal.open({ notebook, title: 'One', create: true });
    await journal.open({ notebook: 'library', title: '', create: true });
    await journal.append({ notebook, rows: [row({ session: 's0', step: 0 }), row(), row(), row({ session: 's2' })] });
    expect(await value(journal.lastSession({ notebook, but: 's2' }))).toMatchObject({
      session: 's1',
      docs: [{ doc: notebook, seq: 2 }],
    });
    await journal.looked({ notebook, seq: 3 });
    expect((await value(journal.open({ notebook, title: '', create: false }))).looked).toBe(3);
    await journal.title({ notebook, title: 'Two' });
    expect(await value(journal.list())).toMatchObject([{ notebook, title: 'Two', docs: [notebook] }]);
    const states = [{ doc: notebook, bytes: new Uint8Array([1]) }];
    const made = await value(journal.snapshot({ notebook, states }));
    expect(await value(journal.snapshots({ notebook }))).toEqual([made]);
    expect(await value(journal.readSnapshot({ notebook, name: made.name }))).toEqual(states);
    await journal.remove({ notebook });
    expect(await value(journal.list())).toEqual([]);
  });
});
