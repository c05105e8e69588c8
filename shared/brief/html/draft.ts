import type { DraftBlock, DraftListItem } from '../../story/draft-block.ts';
import { assertNever } from '../../lib/assert-never.ts';
import { markup } from './markup.ts';
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
        return markup`${list(nested(block.items), targets)}`;
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

function list(branches: readonly Branch[], targets: Targets): readonly Markup[] {
  return runsOf(branches).map((run) => {
    const items = run.map(
      ({ item, children }) => markup`<li dir="auto">${spans(item.spans, targets)}${list(children, targets)}</li>`,
    );
    return run[0]?.item.ordered === true ? markup`<ol>${items}</ol>` : markup`<ul>${items}</ul>`;
  });
}

/** Neighbours that are numbered, or are not, alike. */
function runsOf(branches: readonly Branch[]): readonly (readonly Branch[])[] {
  const runs: Branch[][] = [];
  for (const branch of branches) {
    const run = runs.at(-1);
    if (run?.[0]?.item.ordered === branch.item.ordered) run.push(branch);
    else runs.push([branch]);
  }
  return runs;
}
