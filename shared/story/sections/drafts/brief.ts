import type { BriefBlock, BriefContext, PrintedEntry } from '../../brief-block.ts';

/** The one draft chosen for the brief. Its text lies outside the notebook's root document and comes with the context. */
export function briefDrafts(
  entries: readonly PrintedEntry<{ readonly title: string }>[],
  { draft }: BriefContext,
): readonly BriefBlock[] | null {
  const entry = entries.find(({ id }) => id === draft?.id);
  if (draft === null || entry === undefined) return null;
  return [{ type: 'draft', title: entry.fields.title || 'Untitled draft', blocks: draft.blocks }];
}
