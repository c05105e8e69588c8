import type { DraftBlock, DraftListItem } from '../../story/draft-block.ts';
import { assertNever } from '../../lib/assert-never.ts';
import { markup, nothing } from './markup.ts';
import type { Markup } from './markup.ts';
import { spans } from './text.ts';
import type { Targets } from './text.ts';

/** Deeper nesting is printed at this depth. */
const maxDepth = 8;

/** A draft's blocks. The draft's title is the part's heading, so its own headings start one level lower. */
export function draftBlocks(blocks: readonly DraftBlock[], targets: Targets): readonly Markup[] {
  return blocks.map((block) => {
    switch (block.type) {
      case 'heading':
        return heading(block.level, spans(block.spans, targets));
      case 'paragraph':
        return markup`<p dir="auto">${spans(block.spans, targets)}</p>`;
      case 'quote':
        return markup`<blockquote><p dir="auto">${spans(block.spans, targets)}</p></blockquote>`;
      case 'list':
        return list(block.ordered, nested(block.items), targets);
      default:
        return assertNever(block);
    }
  });
}

function heading(level: 1 | 2 | 3, words: readonly Markup[]): Markup {
  if (level === 1) return markup`<h3 dir="auto">${words}</h3>`;
  return level === 2 ? markup`<h4 dir="auto">${words}</h4>` : markup`<h5 dir="auto">${words}</h5>`;
}

interface Branch {
  readonly item: DraftListItem;
  readonly children: Branch[];
}

/** A flat list with depths as a tree; an item that skips a level hangs on the one before it. */
function nested(items: readonly DraftListItem[]): readonly Branch[] {
  const roots: Branch[] = [];
  const open: Branch[] = [];
  for (const item of items) {
    const depth = Math.min(Math.max(0, Math.trunc(item.depth)), open.length, maxDepth);
    open.length = depth;
    const branch: Branch = { item, children: [] };
    (open.at(-1)?.children ?? roots).push(branch);
    open.push(branch);
  }
  return roots;
}

function list(ordered: boolean, branches: readonly Branch[], targets: Targets): Markup {
  const items = branches.map(({ item, children }) => {
    const inner = children.length === 0 ? nothing : list(ordered, children, targets);
    return markup`<li dir="auto">${spans(item.spans, targets)}${inner}</li>`;
  });
  return ordered ? markup`<ol>${items}</ol>` : markup`<ul>${items}</ul>`;
}
