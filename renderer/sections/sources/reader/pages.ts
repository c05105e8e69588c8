import type { ReadingPage } from '../../../../shared/captures/index.ts';
import { firstFrom } from './segments.ts';

/** The page a place of the text stands on, from 1; null where the text has no pages. */
export function pageOf(pages: readonly ReadingPage[], at: number): number | null {
  if (pages.length === 0) return null;
  // The last page that begins at or before the place.
  return Math.max(1, firstFrom(pages, at + 1));
}
