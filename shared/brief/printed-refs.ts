import { assertNever } from '../lib/assert-never.ts';
import type { BriefBlock } from '../story/brief-block.ts';
import type { EntryRef } from '../story/ref.ts';
import type { Brief } from './brief.ts';

/** The entries that a brief prints, which references may point at, in print order. */
export function printedRefs({ parts }: Brief): readonly EntryRef[] {
  return parts.flatMap(({ blocks }) => blocks.flatMap(refsOf));
}

function refsOf(block: BriefBlock): readonly EntryRef[] {
  switch (block.type) {
    case 'figures':
      return block.figures.map(({ ref }) => ref);
    case 'timeline':
      return block.events.map(({ ref }) => ref);
    case 'rows':
      return block.rows.map(({ ref }) => ref);
    case 'articles':
      return block.articles.map(({ ref }) => ref);
    case 'references':
      return block.references.map(({ ref }) => ref);
    case 'fiction':
      return block.pieces.map(({ ref }) => ref);
    case 'prose':
    case 'draft':
    case 'remark':
      return [];
    default:
      return assertNever(block);
  }
}
