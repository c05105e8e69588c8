import type { Page } from '@playwright/test';
import { setTimeout } from 'node:timers/promises';
import { Editing, writeNote } from '../live/compaction.ts';
import { longestBlock } from '../live/longest-block.ts';
import { call, script } from '../live/script.ts';
import type { Pair } from './pair.ts';

const rounds = 5;
/** Milliseconds looked at between edits. */
const look = 300;

/**
 * The open notebook is edited until it is compacted, and looked at between the edits, so that they are not measured; then stock
 * y-indexeddb compacts the same document in the bare window.
 */
export async function compactingBlocks(
  page: Page,
  still: Page,
): Promise<{ readonly ours: readonly Pair[]; readonly stock: readonly number[] }> {
  await page.evaluate(await script('tools/bench/bare/stored.page.ts'));
  await still.evaluate(await script('tools/bench/bare/compact.page.ts'));
  const database: string = await call(page, 'largest');
  await call(still, 'hold', await call(page, 'rows', database));
  await writeNote(page);
  const editing = new Editing(page, database);
  await editing.untilCompacted(() => Promise.resolve());
  const ours: Pair[] = [];
  const stock: number[] = [];
  // One round more: y-indexeddb's first compaction also reads what it has just written.
  for (let round = 0; round <= rounds; round += 1) {
    const looked: number[] = [];
    await editing.untilCompacted(async () => {
      looked.push(await longestBlock(page, () => setTimeout(look)));
    });
    const idle = await longestBlock(still, () => setTimeout(looked.length * look));
    await call(still, 'fill');
    const theirs = await longestBlock(still, () => call(still, 'compacted'));
    if (round === 0) continue;
    ours.push([Math.max(...looked), idle]);
    stock.push(theirs);
  }
  return { ours, stock };
}
