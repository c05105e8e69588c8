import type { Page } from '@playwright/test';
import * as Y from 'yjs';
import { callBridge } from './bridge.ts';

/** What of a stored row is needed here. */
interface Row {
  readonly bytes: Uint8Array;
}

/**
 * Writes into the notebook’s journal what a colleague did elsewhere, as joining two copies does: one change, under another name. The
 * notebook must be closed; it is the only one there.
 */
export async function colleagueWrites(page: Page, author: string, change: (doc: Y.Doc) => void): Promise<void> {
  const listed = await answer<readonly { readonly notebook: string; readonly title: string }[]>(page, 'journal.list');
  const notebook = listed[0]?.notebook ?? '';
  await answer(page, 'journal.open', { notebook, title: '', create: false });
  const { rows } = await answer<{ readonly rows: readonly Row[] }>(page, 'journal.read', {
    notebook,
    doc: notebook,
    after: 0,
    before: null,
  });
  const doc = new Y.Doc();
  for (const { bytes } of rows) Y.applyUpdate(doc, bytes);
  const before = Y.encodeStateVector(doc);
  change(doc);
  const bytes = Y.encodeStateAsUpdate(doc, before);
  const made = {
    doc: notebook,
    bytes,
    at: Date.now(),
    author,
    authorId: null,
    session: 'elsewhere',
    origin: 'merge',
    step: 0,
  };
  await answer(page, 'journal.append', { notebook, rows: [made] });
  await answer(page, 'journal.close', { notebook });
}

async function answer<T>(page: Page, method: string, args?: unknown): Promise<T> {
  // The bridge's own schemas have checked it on the other side.
  const result = (await callBridge(page, method, args)) as { readonly ok: boolean; readonly value: T };
  if (!result.ok) throw new Error(`${method} failed: ${JSON.stringify(result)}`);
  return result.value;
}
