import * as v from 'valibot';
import type { DraftCite } from '../../../shared/story/draft-block.ts';
import { readCites } from '../../../shared/story/reading/draft-attributes.ts';

/** Under what a citation lies on the clipboard, beside its words for other programs. */
export const citeClipboardType = 'application/x-backstory-cite';

/** Longer than any citation of ours. */
const longest = 100_000;

const copiedSchema = v.object({ notebook: v.string(), cites: v.unknown() });

/** A citation of a notebook for the clipboard. */
export function citesToClipboard(notebook: string, cites: readonly DraftCite[]): string {
  return JSON.stringify({ notebook, cites });
}

/** The citation of this notebook that lies on a clipboard; empty where there is none, or it is another notebook's. */
export function citesFromClipboard(notebook: string, text: string): readonly DraftCite[] {
  if (text === '' || text.length > longest) return [];
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), copiedSchema), text);
  return read.success && read.output.notebook === notebook ? readCites(read.output.cites) : [];
}
