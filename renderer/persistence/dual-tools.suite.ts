import type { DocumentStore } from './document-store.ts';
import type { DualHarness } from './dual-harness.suite.ts';
import { equal, hold } from './suite-tools.suite.ts';

/** What the cases of the two stores have in common. */

/** A case that two stores must pass together. */
export interface DualCase {
  readonly name: string;
  run(harness: DualHarness): Promise<void>;
}

/** What a new window shows, once both stores agree again; and what it tells. */
export async function opened(
  store: DocumentStore,
  docId: string,
): Promise<{ text: string; notices: readonly string[] }> {
  const held = await hold(store, docId);
  equal((await held.open.flush()).kind, 'saved', 'the state');
  const seen = { text: held.text.toString(), notices: held.open.notices() };
  await held.open.close();
  return seen;
}

/** Stores a text, each word in a row. */
export async function make(store: DocumentStore, docId: string, words: string): Promise<void> {
  const held = await hold(store, docId, true);
  // Several rows, so that one of them can be lost.
  for (const word of words.split(' ')) {
    held.text.insert(held.text.length, `${word} `);
    await held.open.flush();
  }
  await held.open.close();
}

/** Whether each store alone has it: the other one is taken away, and brought back by opening. */
export async function inEach(harness: DualHarness, docId: string, text: string): Promise<void> {
  await harness.copy.forget(docId);
  equal((await opened(harness.window(), docId)).text, text, 'the text in the journal');
  await harness.journal.journal.remove({ notebook: docId });
  equal((await opened(harness.window(), docId)).text, text, 'the text in the copy');
}

/** How many rows of a document the journal has. */
export async function rowsInJournal({ journal }: DualHarness, docId: string): Promise<number> {
  const read = await journal.journal.read({ notebook: docId, doc: docId, after: 0, before: null });
  return read.ok ? read.value.rows.length : 0;
}
