import type { BriefBlock } from '../story/brief-block.ts';
import { blockText } from '../story/draft-block.ts';
import type { DraftBlock } from '../story/draft-block.ts';

/**
 * A draft whose highest headings are the first level: whoever writes with the second alone has chapters all the same. Headings
 * without words, and those inside tables, are none of the document's. Other blocks stay as they are.
 */
export function withFirstHeadings(block: BriefBlock): BriefBlock {
  if (block.type !== 'draft') return block;
  const used = block.blocks.flatMap((one) => (isHeading(one) && blockText(one).trim() !== '' ? [one.level] : []));
  const above = Math.min(...used) - 1;
  if (used.length === 0 || above === 0) return block;
  return { ...block, blocks: block.blocks.map((one) => (isHeading(one) ? raised(one, above) : one)) };
}

type Heading = Extract<DraftBlock, { readonly type: 'heading' }>;

function isHeading(block: DraftBlock): block is Heading {
  return block.type === 'heading';
}

function raised(heading: Heading, by: number): Heading {
  const level = heading.level - by;
  return { ...heading, level: level === 3 ? 3 : level === 2 ? 2 : 1 };
}
