import type { BriefBlock, BriefContext, PrintedEntry } from '../../brief-block.ts';
import { mapSpans } from '../../draft-block.ts';
import type { DraftSpan } from '../../draft-block.ts';

/** The one draft chosen for the brief. Its text lies outside the notebook's root document and comes with the context. */
export function briefDrafts(
  entries: readonly PrintedEntry<{ readonly title: string }>[],
  context: BriefContext,
): readonly BriefBlock[] | null {
  const { draft } = context;
  const entry = entries.find(({ id }) => id === draft?.id);
  if (draft === null || entry === undefined) return null;
  const named = (spans: readonly DraftSpan[]): readonly DraftSpan[] => spans.map((span) => currentTitle(span, context));
  const blocks = draft.blocks.map((block) => mapSpans(block, named));
  return [{ type: 'draft', title: entry.fields.title || 'Untitled draft', blocks }];
}

/** References follow a renamed entry; one that is gone keeps the words it was written with. */
function currentTitle(span: DraftSpan, context: BriefContext): DraftSpan {
  const title = span.ref === undefined ? null : context.titleOf(span.ref);
  return title === null ? span : { ...span, text: title };
}
