import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NewRow } from '../../../shared/bridge/index.ts';
import { rowOrigins } from '../../../shared/bridge/index.ts';
import { createJournals, type Journals } from './journals.ts';

let folder = '';
let journals: Journals;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backstory-journal-'));
  journals = createJournals(folder);
});

afterEach(() => {
  journals.end();
  rmSync(folder, { recursive: true, force: true });
});

const notebook = 'a1b2c3d4-0000-4000-8000-000000000001';

function row(change: Partial<NewRow> = {}): NewRow {
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

async function value<T>(
  answer: Promise<{ ok: true; value: T } | { ok: false; error: { reason: string; message: string } }>,
): Promise<T> {
  const result = await answer;
  if (!result.ok) throw new Error(`${result.error.reason}: ${result.error.message}`);
  return result.value;
}

const open = () => value(journals.methods['journal.open']({ notebook, title: 'Suez', create: true }));
const append = (...rows: NewRow[]) => value(journals.methods['journal.append']({ notebook, rows }));
const read = (after: number | null = null, before: number | null = null, doc = notebook) =>
  value(journals.methods['journal.read']({ notebook, doc, after, before }));

describe('a journal', () => {
  it('keeps rows and gives them back after it was closed', async () => {
    expect(await open()).toMatchObject({ heads: [], looked: null });
    const [head] = await append(row(), row({ bytes: new Uint8Array(), author: '', authorId: null }));
    expect(head).toMatchObject({ doc: notebook, seq: 2 });
    await value(journals.methods['journal.close']({ notebook }));
    expect(await open()).toMatchObject({ heads: [head], notices: [] });
    const { rows, damaged, more } = await read();
    expect(rows).toMatchObject([row(), row({ bytes: new Uint8Array(), author: '', authorId: null })]);
    expect({ damaged, more }).toEqual({ damaged: 0, more: false });
    expect(await value(journals.methods['journal.sum']({ notebook, doc: notebook, seq: 2 }))).toBe(head?.sum);
    expect(readdirSync(folder)).toContain('Suez a1b2c3d4');
  });
});
