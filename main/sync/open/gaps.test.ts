import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Gaps } from './gaps.ts';

/** A text of which a page made several edits, one update each. */
function edits(...words: readonly string[]): Uint8Array[] {
  const doc = new Y.Doc();
  const made: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => void made.push(update));
  for (const word of words) doc.getText('t').insert(doc.getText('t').length, word);
  return made;
}

/** The document of the process, and how often the journal was read. */
function aDocument(load: (doc: Y.Doc) => Promise<unknown>) {
  const doc = new Y.Doc();
  let reads = 0;
  const gaps = new Gaps((_, one) => {
    reads += 1;
    return load(one);
  });
  const give = (update: Uint8Array): void => {
    Y.applyUpdate(doc, update);
    gaps.look('root', doc, update);
  };
  return { give, reads: () => reads, text: () => doc.getText('t').toJSON() };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('what an edit of the page builds on', () => {
  it('is read once, however many edits come meanwhile', async () => {
    const all = edits('a', 'b', 'c', 'd');
    const { give, reads, text } = aDocument((doc) => Promise.resolve(all.forEach((one) => Y.applyUpdate(doc, one))));
    all.slice(1).forEach(give);
    await settled();
    expect([reads(), text()]).toEqual([1, 'abcd']);
  });

  it('is not asked for again with each edit where the journal does not have it, or cannot be read', async () => {
    for (const load of [() => Promise.resolve(), () => Promise.reject(new Error('The journal is gone'))]) {
      const { give, reads } = aDocument(load);
      for (const one of edits('a', 'b', 'c', 'd').slice(1)) {
        give(one);
        await settled();
      }
      expect(reads()).toBe(1);
    }
  });

  it('is not what somebody else’s update waits for', async () => {
    const { give, reads, text } = aDocument(() => Promise.resolve());
    give(edits('never sent', 'waits for it')[1] ?? new Uint8Array());
    await settled();
    edits('a', 'b').forEach(give);
    expect([reads(), text()]).toEqual([1, 'ab']);
  });

  it('may be what an edit deletes', async () => {
    const doc = new Y.Doc();
    doc.getText('t').insert(0, 'stored');
    const stored = Y.encodeStateAsUpdate(doc);
    const before = Y.encodeStateVector(doc);
    doc.getText('t').delete(0, 6);
    const { give, reads, text } = aDocument((one) => Promise.resolve(Y.applyUpdate(one, stored)));
    give(Y.encodeStateAsUpdate(doc, before));
    await settled();
    expect([reads(), text()]).toEqual([1, '']);
  });
});
