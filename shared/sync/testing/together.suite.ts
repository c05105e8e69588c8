import { expect } from 'vitest';
import * as Y from 'yjs';
import { docs, said, World } from './world.suite.ts';

/**
 * What holds at the end of every schedule: those who may write, and somebody who joins now with the present key alone, have the same, namely all that
 * they and the relay held together; those who may only read have at least that; nothing that was confirmed is missing.
 */
export function expectTogether(world: World): void {
  const union = world.union();
  const everything = said((docId) => union.get(docId));
  const refusals = world.relay.refusals.length;
  world.settle();
  for (const { notebook } of world.members(true)) expect(said((docId) => notebook.get(docId))).toEqual(everything);
  for (const { notebook } of world.members(false))
    for (const docId of docs) expect(holdsAll(notebook.get(docId), union.get(docId))).toBe(true);
  const newcomer = world.newcomer('Ana');
  expect(said((docId) => newcomer.notebook.get(docId))).toEqual(everything);
  // Whoever does nothing wrong is never refused.
  expect(world.relay.refusals.slice(refusals)).toEqual([]);
  const marks = docs.flatMap((docId) => [...(union.get(docId)?.getMap('marks').keys() ?? [])]);
  for (const mark of world.confirmed) expect(marks).toContain(mark);
  if (!world.leaked) for (const doc of union.values()) expect(World.holdsLate(doc)).toBe(false);
}

/** Whether a document has all that another has, and perhaps more. */
function holdsAll(doc: Y.Doc, other: Y.Doc | undefined): boolean {
  const both = new Y.Doc();
  Y.applyUpdate(both, Y.encodeStateAsUpdate(doc));
  if (other !== undefined) Y.applyUpdate(both, Y.encodeStateAsUpdate(other));
  return Y.equalSnapshots(Y.snapshot(both), Y.snapshot(doc));
}
