import type { BriefBlock } from '../story/brief-block.ts';
import { mapSpans } from '../story/draft-block.ts';
import type { DraftSpan } from '../story/draft-block.ts';
import { wholeStory } from '../story/evidence-ends.ts';
import type { EntryRef } from '../story/ref.ts';
import type { BriefPart } from './brief.ts';

/** What is asked of every place of a brief that can bear the sign of a note, in print order. */
export interface Visitor {
  /** What stands for a run of the draft. */
  span(span: DraftSpan): readonly DraftSpan[];
  /** The notes whose signs stand at the end of an entry. */
  signs(ref: EntryRef): readonly number[];
}

/** The parts with what the visitor makes of them. */
export function visited(parts: readonly BriefPart[], visitor: Visitor): readonly BriefPart[] {
  return parts.map((part) => ({ ...part, blocks: part.blocks.map((block) => visitedBlock(block, visitor)) }));
}

function visitedBlock(block: BriefBlock, visitor: Visitor): BriefBlock {
  const signed = <T extends { readonly ref: EntryRef }>(item: T): T => {
    const signs = visitor.signs(item.ref);
    return signs.length === 0 ? item : { ...item, signs };
  };
  switch (block.type) {
    case 'figures':
      return { ...block, figures: block.figures.map(signed) };
    case 'timeline':
      return { ...block, events: block.events.map(signed) };
    case 'rows':
      return { ...block, rows: block.rows.map(signed) };
    case 'articles':
      return { ...block, articles: block.articles.map(signed) };
    case 'prose': {
      const signs = visitor.signs(wholeStory);
      return signs.length === 0 ? block : { ...block, signs };
    }
    case 'draft': {
      const change = (spans: readonly DraftSpan[]): readonly DraftSpan[] => spans.flatMap((span) => visitor.span(span));
      return { ...block, blocks: block.blocks.map((one) => mapSpans(one, change)) };
    }
    default:
      return block;
  }
}
