import { assertNever } from '../../lib/assert-never.ts';
import type { DraftBlock, DraftListItem } from '../../story/draft-block.ts';
import { spansOf } from './spans.ts';

/** Headings of a draft stand below the draft's own. */
const levelsDown = 2;
/** What keeps two lists apart that would otherwise be one. */
const between = '<!-- -->';

/** A draft's text as Markdown blocks. */
export function draftBlocksOf(blocks: readonly DraftBlock[]): readonly string[] {
  const written: string[] = [];
  blocks.forEach((block, at) => {
    const text = blockOf(block);
    if (text === '') return;
    if (block.type === 'list' && blocks[at - 1]?.type === 'list') written.push(between);
    written.push(text);
  });
  return written;
}

function blockOf(block: DraftBlock): string {
  switch (block.type) {
    case 'heading': {
      const words = spansOf(block.spans).replaceAll('\\\n', ' ');
      return words === '' ? '' : `${'#'.repeat(block.level + levelsDown)} ${words}`;
    }
    case 'paragraph':
      return spansOf(block.spans);
    case 'quote':
      return quoted([spansOf(block.spans)]);
    case 'list':
      return listOf(block.items);
    default:
      return assertNever(block);
  }
}

/** Blocks as a quotation; '' where there are no words. */
export function quoted(blocks: readonly string[]): string {
  const text = blocks.filter((block) => block !== '').join('\n\n');
  if (text === '') return '';
  return text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}

/** Items below each other; each stands in as far as the words of the item it belongs to. */
function listOf(items: readonly DraftListItem[]): string {
  const open: { readonly ordered: boolean; readonly width: number; readonly number: number }[] = [];
  const lines: string[] = [];
  for (const { spans, depth, ordered } of items) {
    const words = spansOf(spans);
    if (words === '') continue;
    // No item is deeper than one below the item before it.
    open.length = Math.min(open.length, depth + 1);
    const isNext = open.length === depth + 1;
    const same = isNext ? open.pop() : undefined;
    const number = same?.ordered === ordered ? same.number + 1 : 1;
    const marker = ordered ? `${number}. ` : '- ';
    const indent = ' '.repeat(open.reduce((sum, { width }) => sum + width, 0));
    if (same !== undefined && same.ordered !== ordered) lines.push('', indent + between, '');
    open.push({ ordered, width: marker.length, number });
    lines.push(`${indent}${marker}${words.replaceAll('\n', `\n${indent}${' '.repeat(marker.length)}`)}`);
  }
  return lines.join('\n');
}
