import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { NewRow } from '../../../shared/bridge/index.ts';
import { createJournals } from './journals.ts';

const notebook = 'a1b2c3d4-0000-4000-8000-000000000002';

const row = (session: string, step: number, doc = notebook): NewRow => ({
  doc,
  bytes: new Uint8Array([1]),
  at: 1_700_000_000_000,
  author: '',
  authorId: null,
  session,
  origin: 'edit',
  step,
});

it('tells the latest earlier session that made steps, and where its rows begin in each document', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'backstory-journal-'));
  const journals = createJournals(folder);
  await journals.methods['journal.open']({ notebook, title: '', create: true });
  const ask = () => journals.methods['journal.lastSession']({ notebook, but: 'now' });
  expect(await ask()).toEqual({ ok: true, value: null });
  const draft = `${notebook}.draft.one`;
  const rows = [row('first', 1), row('second', 0), row('second', 1), row('second', 2, draft), row('now', 1)];
  await journals.methods['journal.append']({ notebook, rows });
  const last = await ask();
  expect(last).toMatchObject({ ok: true, value: { session: 'second' } });
  expect(last.ok && last.value?.docs.map(({ doc, seq }) => [doc, seq]).sort()).toEqual([
    [notebook, 3],
    [draft, 4],
  ]);
  journals.end();
  rmSync(folder, { recursive: true, force: true });
});
