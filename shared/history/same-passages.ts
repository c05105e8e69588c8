import { diffArrays } from 'diff';
import type { DraftBlock } from '../story/draft-block.ts';

type Blocks = readonly DraftBlock[];

/** A paragraph that was changed in two ways; no blocks where a side removed it. */
export interface SamePassage {
  readonly base: DraftBlock;
  readonly mine: Blocks;
  readonly theirs: Blocks;
}

/** The blocks of a text that two other versions of it both changed or removed, differently. */
export function samePassages(base: Blocks, mine: Blocks, theirs: Blocks): readonly SamePassage[] {
  const [here, there] = [replacements(base, mine), replacements(base, theirs)];
  return base.flatMap((block, at) => {
    const [a, b] = [here.get(at), there.get(at)];
    if (a === undefined || b === undefined || JSON.stringify(a) === JSON.stringify(b)) return [];
    return [{ base: block, mine: a, theirs: b }];
  });
}

/** Texts that differ by more blocks have no passages that could be set beside each other. */
const mostChanges = 1000;

/** For each block that is not there any more, by its index: what stands in its place. Of several, each has its own; the last has the rest. */
function replacements(before: Blocks, after: Blocks): ReadonlyMap<number, Blocks> {
  const json = (blocks: Blocks): string[] => blocks.map((block) => JSON.stringify(block));
  const replaced = new Map<number, Blocks>();
  // The library answers nothing beyond so many changes, and its types do not say so.
  const changes = diffArrays(json(before), json(after), { maxEditLength: mostChanges }) ?? [];
  let [from, to] = [0, 0];
  let removed: number[] = [];
  for (const { added, removed: gone, count } of changes) {
    if (gone) {
      removed = Array.from({ length: count }, (_, index) => from + index);
      for (const index of removed) replaced.set(index, []);
      from += count;
    } else if (added) {
      removed.forEach((index, nth) => {
        const end = nth === removed.length - 1 ? to + count : Math.min(to + nth + 1, to + count);
        replaced.set(index, after.slice(Math.min(to + nth, to + count), end));
      });
      removed = [];
      to += count;
    } else {
      removed = [];
      from += count;
      to += count;
    }
  }
  return replaced;
}
