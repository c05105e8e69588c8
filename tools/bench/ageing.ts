import * as Y from 'yjs';
import { entriesMap } from '../../shared/story/document.ts';
import type { EntryRef } from '../../shared/story/ref.ts';
import { pick, seeded } from './random.ts';

const people = 4;

/** The updates of so many overwrites of events' titles by others, by four people in turn, each on a copy that has the others' edits. */
export function* ageing(
  doc: Y.Doc,
  events: readonly EntryRef[],
  titles: readonly string[],
  overwrites: number,
  seed = 11,
): Generator<Uint8Array<ArrayBuffer>> {
  const random = seeded(seed);
  const copies = Array.from({ length: people }, () => {
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    return copy;
  });
  for (let edit = 0; edit < overwrites; edit += 1) {
    const mine = copies[edit % people] ?? doc;
    const ref = pick(random, events);
    let made: Uint8Array | null = null;
    mine.once('update', (update: Uint8Array) => (made = update));
    entriesMap(mine, ref.kind).get(ref.id)?.set('title', pick(random, titles));
    if (made === null) continue;
    for (const copy of copies) if (copy !== mine) Y.applyUpdate(copy, made);
    yield new Uint8Array(made);
  }
}
