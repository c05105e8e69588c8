import type { DraftBlock } from '../../story/draft-block.ts';
import { blockText } from '../../story/draft-block.ts';
import type { Brief, BriefPart } from '../brief.ts';
import { markup, nothing } from './markup.ts';
import type { Markup } from './markup.ts';

interface Stop {
  readonly id: string;
  readonly words: string;
  readonly inside: readonly Stop[];
}

/** Fewer are seen at a glance without a list of them. */
const fewest = 3;

/**
 * The contents: the parts, and the first headings of the draft. Whoever breaks the pages fills in where each begins
 * (`.page-of`, by `data-for`).
 */
export function contentsNav({ contents, parts, notes, notesAt }: Brief): Markup {
  if (!contents) return nothing;
  const stops = parts.flatMap(stopOf);
  const end = notes.length > 0 && notesAt === 'end' ? [{ id: 'part-notes', words: 'Notes', inside: [] }] : [];
  const all = [...stops, ...end];
  if (all.reduce((sum, { inside }) => sum + 1 + inside.length, 0) < fewest) return nothing;
  return markup`
<nav class="contents" aria-labelledby="contents-heading"><h2 id="contents-heading">Contents</h2>${list(all)}</nav>`;
}

/** The id of a heading among the blocks of the draft, which are counted from 0. */
export function headingId(index: number): string {
  return `heading-${index}`;
}

function list(stops: readonly Stop[]): Markup {
  return markup`<ol>${stops.map(({ id, words, inside }) => {
    const below = inside.length === 0 ? nothing : list(inside);
    return markup`<li><a href="#${id}" dir="auto">${words}</a><span class="page-of" data-for="${id}"></span>${below}</li>`;
  })}</ol>`;
}

function stopOf({ kind, heading, blocks }: BriefPart): readonly Stop[] {
  if (heading === null) return [];
  const inside = blocks.flatMap((block) => (block.type === 'draft' ? block.blocks.flatMap(headingStop) : []));
  return [{ id: `part-${kind}`, words: heading, inside }];
}

function headingStop(block: DraftBlock, index: number): readonly Stop[] {
  if (block.type !== 'heading' || block.level !== 1) return [];
  const words = blockText(block).trim();
  return words === '' ? [] : [{ id: headingId(index), words, inside: [] }];
}
