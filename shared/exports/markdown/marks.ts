import type { EntryRef } from '../../story/ref.ts';
import { addressOf, refAt } from './known.ts';

/**
 * Comments that say what stands where, for whoever reads a notebook's Markdown again; what shows Markdown shows nothing of them.
 * `notebook`: the whole text is one. `found`: what stands under this heading is found anew in the notebook, and is no entry of it.
 */
export type Mark = 'notebook' | 'found' | EntryRef;

export function markOf(mark: Mark): string {
  return `<!-- ${typeof mark === 'string' ? `backstory:${mark}` : addressOf(mark)} -->`;
}

/** What a piece of HTML marks; null where it is no mark of ours. */
export function markIn(html: string): Mark | null {
  const words = /^<!--\s*(backstory:\S+)\s*-->\s*$/.exec(html)?.[1] ?? '';
  if (words === 'backstory:notebook') return 'notebook';
  return words === 'backstory:found' ? 'found' : refAt(words);
}
