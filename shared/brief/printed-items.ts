import type { BriefBlock, BriefRow } from '../story/brief-block.ts';

/** An entry that is printed, with what is put beside it where the brief is built. */
export type PrintedItem = Pick<BriefRow, 'ref' | 'signs' | 'disputed'>;

/** The entries of a block; none where it prints something else. */
export function printedItems(block: BriefBlock): readonly PrintedItem[] {
  switch (block.type) {
    case 'figures':
      return block.figures;
    case 'timeline':
      return block.events;
    case 'rows':
      return block.rows;
    case 'articles':
      return block.articles;
    default:
      return [];
  }
}
