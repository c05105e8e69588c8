import type { Page } from '@playwright/test';
import { setTimeout } from 'node:timers/promises';
import { pair } from './pair.ts';
import type { Pair } from './pair.ts';

const rounds = 7;
const query = 'salvage convoy anchor';
/** Milliseconds between keys: a quick typist. */
const pace = 90;

/** A query is typed into the search. */
export async function typingBlocks(page: Page, still: Page): Promise<readonly Pair[]> {
  const field = page.getByRole('searchbox', { name: 'Search this notebook' });
  const pairs: Pair[] = [];
  // One round more: the first warms up.
  for (let round = 0; round <= rounds; round += 1) {
    await field.fill('');
    await setTimeout(500);
    pairs.push(await pair(page, still, () => page.keyboard.type(query, { delay: pace })));
  }
  return pairs.slice(1);
}
