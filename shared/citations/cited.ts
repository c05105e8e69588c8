import type { RichText } from '../story/rich-text.ts';
import { withoutPageWord } from './pages.ts';
import { glue, plain } from './runs.ts';
import { tidy } from './tidy.ts';
import type { Citation, Cite } from './types.ts';
import type { Work } from './work.ts';

/** What a style is given. */
export interface Cited {
  /** What is listed: in the order in which it is first cited, then what is not cited. */
  readonly works: readonly Work[];
  readonly citations: readonly Citation[];
  readonly locale: string;
}

/** Stands for a source that is not, or no longer, there. */
export const missing: RichText = plain('source missing');

/** The place that a citation names; '' for the whole. */
export function placeOf({ locator = '' }: Cite): string {
  return withoutPageWord(tidy(locator));
}

/** What a citation says of a source, with the words before and after it. */
export function withWords({ prefix = '', suffix = '' }: Cite, runs: RichText): RichText {
  const after = tidy(suffix);
  // Words in brackets need no comma.
  const separator = /^[([—–]/u.test(after) ? ' ' : ', ';
  return glue(glue(plain(tidy(prefix)), ' ', runs), separator, plain(after));
}
