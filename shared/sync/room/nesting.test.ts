import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { DocumentUpdate } from '../payload.ts';
import { takeUpdate } from './take.ts';

const docId = 'notebook';
const take = (doc: Y.Doc, update: Uint8Array) => {
  const one: DocumentUpdate = { docId, format: 'v1', update };
  return takeUpdate(doc, one, {});
};

/** So many lists within lists, as pieces of so many levels, the outermost first. */
function nested(levels: number, each = levels): readonly Uint8Array[] {
  const doc = new Y.Doc();
  const pieces: Uint8Array[] = [];
  let list: Y.Array<unknown> = doc.getArray('l');
  for (let level = 0; level < levels; level += each) {
    const before = Y.encodeStateVector(doc);
    doc.transact(() => {
      for (let one = 0; one < each; one += 1) {
        const inner = new Y.Array<unknown>();
        list.insert(0, [inner]);
        list = inner;
      }
    });
    pieces.push(Y.encodeStateAsUpdate(doc, before));
  }
  return pieces;
}

/** How deep the lists of a document lie in each other. */
function depthOf(doc: Y.Doc): number {
  let depth = 0;
  for (let list: unknown = doc.getArray('l'); list instanceof Y.Array; list = list.get(0)) depth += 1;
  return depth - 1;
}

describe('[SY33] types within types', () => {
  it('are taken as deep as documents have them, and no deeper', () => {
    const [fine, deep] = [nested(150), nested(6000)];
    for (const [pieces, isTaken] of [[fine, true] as const, [deep, false] as const]) {
      const doc = new Y.Doc();
      expect(pieces.map((piece) => take(doc, piece))).toEqual([isTaken]);
      expect(depthOf(doc)).toBe(isTaken ? 150 : 0);
    }
  });

  it('are no deeper where they come piece by piece', () => {
    const doc = new Y.Doc();
    const taken = nested(600, 50).map((piece) => take(doc, piece));
    expect(taken.slice(0, 5)).toEqual([true, true, true, true, false]);
    expect(depthOf(doc)).toBe(200);
  });

  it('nor where the innermost come first, and wait for what they lie in', () => {
    const doc = new Y.Doc();
    for (const piece of nested(6000, 50).toReversed()) take(doc, piece);
    expect(depthOf(doc)).toBeLessThan(450);
    doc.getArray('l').delete(0, doc.getArray('l').length);
    expect(doc.getArray('l').length).toBe(0);
  });

  it('one list behind the other are not within each other', () => {
    const doc = new Y.Doc();
    for (let one = 0; one < 1000; one += 1) doc.getArray('l').push([new Y.Array()]);
    expect(take(new Y.Doc(), Y.encodeStateAsUpdate(doc))).toBe(true);
  });
});
