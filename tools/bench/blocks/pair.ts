import type { Page } from '@playwright/test';
import { setTimeout } from 'node:timers/promises';
import { longestBlock } from '../live/longest-block.ts';

/** Milliseconds of the longest block: ours, and an idle bare window's in as long a time. */
export type Pair = readonly [number, number];

/** What something blocks a page for, and an idle bare window in the same time. */
export async function pair(page: Page, still: Page, work: () => Promise<void>): Promise<Pair> {
  const start = performance.now();
  const ours = await longestBlock(page, work);
  const lasted = performance.now() - start;
  return [ours, await longestBlock(still, () => setTimeout(lasted))];
}
