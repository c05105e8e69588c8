import type { RootContent } from 'mdast';
import { sectionList } from '../../story/sections.ts';
import type { AnySection } from '../../story/sections.ts';
import { overviewHeading } from './entries.ts';
import { markIn } from './marks.ts';
import type { Mark } from './marks.ts';

/** What stands under one heading, or behind one mark, of a notebook's Markdown. */
export interface Chunk {
  /** 1: the story; 2: a part of it; 3: an entry of the section above. */
  readonly level: 1 | 2 | 3;
  /** Null where it begins with a mark, or the text does. */
  readonly heading: (RootContent & { readonly type: 'heading' }) | null;
  readonly mark: Mark | null;
  /** Where it begins, counted from 1. */
  readonly line: number;
  readonly nodes: RootContent[];
}

/** What a heading of the second level begins: a draft where it is nothing else. */
export function partNamed(words: string, mark: Mark | null): AnySection | 'overview' | 'draft' {
  if (isDraftMark(mark)) return 'draft';
  const is = (name: string): boolean => name.toLowerCase() === words.trim().toLowerCase();
  if (is(overviewHeading)) return 'overview';
  const named = sectionList.find(
    ({ names, kind, attached }) => attached !== true && kind !== 'drafts' && is(names.many),
  );
  return named ?? 'draft';
}

/** Cuts a text at its headings and marks. What is below the heading of a draft stays together. */
export function chunksOf(nodes: readonly RootContent[], wordsOf: (node: RootContent) => string): readonly Chunk[] {
  const first: Chunk = { level: 1, heading: null, mark: null, line: 1, nodes: [] };
  const chunks: Chunk[] = [first];
  let isDraft = false;
  nodes.forEach((node, at) => {
    const current = chunks.at(-1) ?? first;
    const mark = markAt(node);
    if (mark !== null) {
      const isHeadings = current.mark !== null && current.heading !== null && nodes[at - 1] === current.heading;
      if (isHeadings || typeof mark === 'string') return;
      isDraft = isDraftMark(mark);
      chunks.push({ level: isDraft ? 2 : 3, heading: null, mark, line: lineOf(node), nodes: [] });
    } else if (node.type === 'heading' && (node.depth < 3 || (node.depth === 3 && !isDraft))) {
      // Between 1 and 3.
      const level = node.depth as 1 | 2 | 3;
      const behind = nodes[at + 1];
      const mark = behind === undefined ? null : markAt(behind);
      // Behind a section's heading, its first entry may begin without one.
      const next = level === 3 || isDraftMark(mark) ? mark : null;
      if (level < 3) isDraft = level === 2 && partNamed(wordsOf(node), next) === 'draft';
      chunks.push({ level, heading: node, mark: next, line: lineOf(node), nodes: [] });
    } else if (node.type !== 'definition' && node.type !== 'footnoteDefinition') current.nodes.push(node);
  });
  return chunks;
}

function markAt(node: RootContent): Mark | null {
  return node.type === 'html' ? markIn(node.value) : null;
}

function isDraftMark(mark: Mark | null): boolean {
  return mark !== null && typeof mark !== 'string' && mark.kind === 'drafts';
}

function lineOf({ position }: RootContent): number {
  return position?.start.line ?? 0;
}
