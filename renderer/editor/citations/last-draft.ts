import type { DraftCite } from '../../../shared/story/draft-block.ts';

/** Where a caret is: places among siblings from the root on, and the offset in what they lead to. */
export interface CaretPath {
  readonly path: readonly number[];
  readonly offset: number;
}

/** The draft that was written last in this window, and where its caret was; null in a draft without one. */
export interface LastDraft {
  /** The id of its document. */
  readonly doc: string;
  readonly caret: CaretPath | null;
}

let last: LastDraft | null = null;
let waiting: { readonly doc: string; readonly cites: readonly DraftCite[] } | null = null;

/** Notes where one was writing. */
export function noteDraft(draft: LastDraft): void {
  last = draft;
}

/** Where one was writing last; null: nowhere yet. */
export function lastDraft(): LastDraft | null {
  return last;
}

/** Leaves citations for a draft, to be put in at its caret when it is opened. */
export function citeWhenOpened(doc: string, cites: readonly DraftCite[]): void {
  waiting = { doc, cites };
}

/** What waits for a draft; it waits no more. */
export function takeWaiting(doc: string): readonly DraftCite[] {
  if (waiting?.doc !== doc) return [];
  const { cites } = waiting;
  waiting = null;
  return cites;
}
