import type { ImportChanges } from '../../../shared/story/import-changes.ts';

/** What a person agreed to take over from a table. */
export interface AcceptedTable {
  readonly changes: ImportChanges;
  /** What came of it, in one sentence. */
  readonly words: string;
  /** The title of the notebook that is made for it; null where it goes into the open one. */
  readonly title: string | null;
}
