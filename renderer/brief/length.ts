import type { Brief } from '../../shared/brief/index.ts';

/** How long a brief may be, and what it holds, as far as it tells why it is longer. */
export interface LengthWish {
  /** Pages. */
  readonly limit: number;
  /** The heading of the draft; null where none is printed. */
  readonly draft: string | null;
  /** What stands after the draft: the heading of the next part that has one; null for nothing. */
  readonly after: string | null;
}

/** What was wished of a brief that may have so many pages; null for one that may be as long as it is. */
export function lengthWish({ parts, notes, notesAt }: Brief, limit: number | null): LengthWish | null {
  if (limit === null) return null;
  const at = parts.findIndex(({ blocks }) => blocks.some(({ type }) => type === 'draft'));
  const draft = parts[at]?.heading ?? null;
  if (draft === null) return { limit, draft, after: null };
  const next = parts.slice(at + 1).find(({ heading }) => heading !== null)?.heading;
  return { limit, draft, after: next ?? (notesAt === 'end' && notes.length > 0 ? 'Notes' : null) };
}

interface Stop {
  readonly title: string;
  /** From 1. */
  readonly page: number;
}

/** Why a PDF is longer than was wished, in a line; null where it is not. `stops`: its headings. */
export function lengthWords({ limit, draft, after }: LengthWish, pages: number, stops: readonly Stop[]): string | null {
  if (pages <= limit) return null;
  if (draft === null) return `${pages} pages: less of the notebook cannot be printed.`;
  const alone = draftPages(draft, after, pages, stops);
  if (alone === null) return `${pages} pages: the draft stays whole.`;
  return `${pages} pages: the draft alone takes ${alone}.`;
}

/** So many pages as there are from the draft's heading to the one after it. A heading within the draft may have the words of either. */
function draftPages(draft: string, after: string | null, pages: number, stops: readonly Stop[]): number | null {
  const first = stops.find(({ title }) => title === draft)?.page;
  if (first === undefined) return null;
  if (after === null) return pages - first + 1;
  const next = stops.findLast(({ title }) => title === after)?.page;
  return next === undefined || next < first ? null : Math.max(1, next - first);
}
