import { noSourceFilter } from './source-filter.ts';
import type { SourceFilter } from './source-filter.ts';

/** How a notebook's list of sources was left. */
interface KeptList {
  readonly filter: SourceFilter;
  /** The row the keyboard was at, or that was opened last. */
  readonly active: string | null;
}

const lists = new Map<string, KeptList>();

/** How the list was left, for coming back from a source; remembered while the window lives. */
export function keptList(notebook: string): KeptList {
  return lists.get(notebook) ?? { filter: noSourceFilter, active: null };
}

/** Remembers how the list is left. */
export function keepList(notebook: string, change: Partial<KeptList>): void {
  lists.set(notebook, { ...keptList(notebook), ...change });
}
