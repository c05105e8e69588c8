import type { DraftBlock, DraftListItem } from '../../story/draft-block.ts';
import { assertNever } from '../../lib/assert-never.ts';
import { headingId } from './contents.ts';
import { image } from './images.ts';
import { markup, nothing } from './markup.ts';
import type { Markup } from './markup.ts';
import { table } from './tables.ts';
import { spans } from './text.ts';
import type { Surroundings, Targets } from './text.ts';

/** Deeper nesting is printed at this depth. */
const maxDepth = 8;

/** A draft's blocks. The draft's title is the part's heading, so its own headings start one level lower. */
export function draftBlocks(blocks: readonly DraftBlock[], around: Surroundings): readonly Markup[] {
  return blocks.map((block, index) => {
    if (block.type === 'heading') return heading(block.level, headingId(index), spans(block.spans, around));
    if (block.type !== 'table' || !around.tablesScroll) return body(block, around);
    const number = blocks.slice(0, index + 1).filter(({ type }) => type === 'table').length;
    return markup`<div class="wide" role="region" aria-label="Table ${number}" tabindex="0">${body(block, around)}</div>`;
  });
}

/** Blocks inside a cell: a heading there is no heading of the document. */
function cellBlocks(blocks: readonly DraftBlock[], around: Surroundings): readonly Markup[] {
  return blocks.map((block) =>
    block.type === 'heading'
      ? markup`<p dir="auto"><strong>${spans(block.spans, around)}</strong></p>`
      : body(block, around),
  );
}

type Body = Exclude<DraftBlock, { readonly type: 'heading' }>;

function body(block: Body, around: Surroundings): Markup {
  switch (block.type) {
    case 'paragraph':
      return markup`<p dir="auto">${spans(block.spans, around)}</p>`;
    case 'quote':
      return markup`<blockquote><p dir="auto">${spans(block.spans, around)}</p></blockquote>`;
    case 'list':
      return markup`${list(nested(block.items), around)}`;
    case 'table':
      return table(block.rows, (blocks) => cellBlocks(blocks, around));
    case 'image':
      return image(block, around);
    default:
      return assertNever(block);
  }
}

function heading(level: 1 | 2 | 3, id: string, words: readonly Markup[]): Markup {
  if (level === 1) return markup`<h3 id="${id}" dir="auto">${words}</h3>`;
  return level === 2
    ? markup`<h4 id="${id}" dir="auto">${words}</h4>`
    : markup`<h5 id="${id}" dir="auto">${words}</h5>`;
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
    const items = run.map(({ item, children }) => {
      const inside = markup`${box(item)}${spans(item.spans, targets)}${list(children, targets)}`;
      return item.checked === undefined
        ? markup`<li dir="auto">${inside}</li>`
        : markup`<li dir="auto" class="task">${inside}</li>`;
    });
    return run[0]?.item.ordered === true ? markup`<ol>${items}</ol>` : markup`<ul>${items}</ul>`;
  });
}

/** The box of an item of a checklist; drawn by the stylesheet, and said to those who do not see it. */
function box({ checked }: DraftListItem): Markup {
  if (checked === undefined) return nothing;
  return checked
    ? markup`<span class="box done" role="img" aria-label="Done"></span>`
    : markup`<span class="box" role="img" aria-label="To do"></span>`;
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
