import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { hasGaps } from './apply-rows.ts';
import { shardsOf } from './shards.ts';

/** What several people did to one document, some of it behind each other's back. */
const edits = fc.array(
  fc.record({
    who: fc.nat(3),
    what: fc.constantFrom('type', 'erase', 'set', 'unset', 'nest', 'sync'),
    at: fc.nat(1000),
    words: fc.string({ maxLength: 30 }),
  }),
  { maxLength: 120 },
);

type Edit = { who: number; what: string; at: number; words: string };

function written(all: readonly Edit[]): Y.Doc {
  const docs = [0, 1, 2, 3].map(() => new Y.Doc());
  for (const { who, what, at, words } of all) {
    const doc = docs[who] ?? new Y.Doc();
    const text = doc.getText('text');
    const map = doc.getMap<unknown>('map');
    const key = `key ${String(at % 7)}`;
    if (what === 'type') text.insert(at % (text.length + 1), words);
    else if (what === 'erase' && text.length > 0) text.delete(at % text.length, 1);
    else if (what === 'set') map.set(key, words);
    else if (what === 'unset') map.delete(key);
    else if (what === 'nest') map.set(key, new Y.Map([['inner', new Y.Text(words)]]));
    else if (what === 'sync') {
      const other = docs[at % 4] ?? doc;
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    }
  }
  const whole = new Y.Doc();
  for (const doc of docs) Y.applyUpdate(whole, Y.encodeStateAsUpdate(doc));
  return whole;
}

describe('shardsOf', () => {
  it('says the same in parts, each of which builds only on those before it', () => {
    fc.assert(
      fc.property(edits, fc.integer({ min: 20, max: 400 }), (all, limit) => {
        const whole = written(all);
        const update = Y.encodeStateAsUpdate(whole);
        const doc = new Y.Doc();
        for (const shard of shardsOf(update, limit)) {
          Y.applyUpdate(doc, shard);
          expect(hasGaps(doc)).toBe(false);
        }
        expect(doc.getMap('map').toJSON()).toEqual(whole.getMap('map').toJSON());
        expect(doc.getText('text').toString()).toBe(whole.getText('text').toString());
        expect(Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(whole))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps a small update as it is, and cuts a large one into parts of about the limit', () => {
    const doc = new Y.Doc();
    for (let at = 0; at < 4000; at += 1) doc.getMap(`entry ${String(at % 100)}`).set(String(at), 'words '.repeat(8));
    const update = Y.encodeStateAsUpdate(doc);
    expect(shardsOf(update, update.byteLength)).toEqual([update]);
    const shards = shardsOf(update, 20_000);
    expect(shards.length).toBeGreaterThanOrEqual(Math.floor(update.byteLength / 20_000));
    for (const shard of shards) expect(shard.byteLength).toBeLessThan(24_000);
  });
});
