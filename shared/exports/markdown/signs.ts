import type { DraftCite } from '../../story/draft-block.ts';
import type { EntryRef } from '../../story/ref.ts';
import type { RichText } from '../../story/rich-text.ts';

/** Writes what stands in a line for something beyond it. */
export interface Signs {
  footnote(text: RichText): string;
  citation(cites: readonly DraftCite[]): string;
  reference(ref: EntryRef, text: string): string;
}
