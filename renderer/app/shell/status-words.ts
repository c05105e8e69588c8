import type { SaveState } from '../../persistence/document-store.ts';

/** Whether everything is stored, in words; of a shared notebook, where. */
export function savedWords(state: SaveState, isShared: boolean): string {
  if (state.kind === 'failed') return `Not saved: ${state.message}`;
  if (state.kind === 'saving') return 'Saving…';
  return isShared ? 'Saved here' : 'Saved';
}

/** How much a newer version wrote that this one keeps but cannot show; null where there is nothing. */
export function newerWords(kinds: ReadonlyMap<string, number>): string | null {
  const count = [...kinds.values()].reduce((sum, one) => sum + one, 0);
  if (count === 0) return null;
  return count === 1
    ? '1 entry from a newer version of Backstory is kept, not shown'
    : `${count} entries from a newer version of Backstory are kept, not shown`;
}
