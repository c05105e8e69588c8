import type { List, PhrasingContent, RootContent, TableRow } from 'mdast';
import type { DraftBlock, DraftCell, DraftListItem, DraftRow, DraftSpan } from '../../story/draft-block.ts';
import type { RichSpan, RichText } from '../../story/rich-text.ts';
import type { Known } from './known.ts';
import { readHtml } from './read-html.ts';
import { isBlank, joined, picturesIn, spansOf, trimmed } from './read-inline.ts';

/**
 * A block of Markdown as blocks of a draft. Pictures among words stand behind the block that they are in, and so do tables in lists.
 * @param below how many levels headings stand below their own
 */
export function blocksOf(node: RootContent, known: Known, below: number): readonly DraftBlock[] {
  switch (node.type) {
    case 'heading': {
      const level = Math.min(3, Math.max(1, node.depth - below));
      // Between 1 and 3.
      return lineOf(node.children, known, (spans) => ({ type: 'heading', level: level as 1 | 2 | 3, spans }));
    }
    case 'paragraph':
      return lineOf(node.children, known, paragraph);
    case 'blockquote':
      return node.children
        .flatMap((child) => blocksOf(child, known, below))
        .map((block) => (block.type === 'paragraph' ? { type: 'quote', spans: block.spans } : block));
    case 'list': {
      const behind: DraftBlock[] = [];
      const items = itemsOf(node, 0, known, behind);
      const list: DraftBlock = { type: 'list', ordered: items[0]?.ordered === true, items };
      return items.length === 0 ? behind : [list, ...behind];
    }
    case 'table':
      return [
        { type: 'table', rows: rowsOf(node.children, known) },
        ...node.children.flatMap((row) => row.children.flatMap((cell) => picturesIn(cell.children, known))),
      ];
    case 'code':
      return [paragraph([{ text: known.pictures.restored(node.value), code: true }])];
    case 'html': {
      const { words, pictures } = readHtml(node.value, known);
      return [...(words === '' ? [] : [paragraph([{ text: words }])]), ...pictures];
    }
    default:
      return [];
  }
}

function paragraph(spans: readonly DraftSpan[]): DraftBlock {
  return { type: 'paragraph', spans };
}

/** A line, and behind it the pictures in it; what is nothing but pictures has no line. */
function lineOf(
  nodes: readonly PhrasingContent[],
  known: Known,
  make: (spans: readonly DraftSpan[]) => DraftBlock,
): readonly DraftBlock[] {
  const spans = spansOf(nodes, known);
  const pictures = known.isNote ? [] : picturesIn(nodes, known);
  if (pictures.length === 0) return [make(spans)];
  return isBlank(spans) ? pictures : [make(trimmed(spans)), ...pictures];
}

/** `behind`: takes what an item cannot hold. */
function itemsOf(list: List, depth: number, known: Known, behind: DraftBlock[]): readonly DraftListItem[] {
  const ordered = list.ordered === true;
  return list.children.flatMap(({ checked, children }) => {
    const done = typeof checked === 'boolean' ? { checked } : {};
    const lines: (readonly DraftSpan[])[] = [];
    const before = behind.length;
    for (const child of children)
      if (child.type !== 'list')
        for (const block of blocksOf(child, known, 0)) {
          if (block.type === 'list') lines.push(...block.items.map(({ spans }) => spans));
          else if ('spans' in block) lines.push(block.spans);
          else behind.push(block);
        }
    const spans = inLines(lines.filter((line) => line.length > 0));
    const nested = children.flatMap((child) => (child.type === 'list' ? itemsOf(child, depth + 1, known, behind) : []));
    const isEmptied = spans.length === 0 && nested.length === 0 && behind.length > before;
    return isEmptied ? [] : [{ spans, depth, ordered, ...done }, ...nested];
  });
}

/** A header without words is none; every row is as wide as the widest. */
function rowsOf(rows: readonly TableRow[], known: Known): readonly DraftRow[] {
  const [head = [], ...body] = rows.map((row) => row.children.map((cell) => trimmed(spansOf(cell.children, known))));
  const width = Math.max(head.length, ...body.map((cells) => cells.length));
  const rowOf = (cells: readonly (readonly DraftSpan[])[], header: boolean): DraftRow => ({
    cells: Array.from({ length: width }, (_, at): DraftCell => ({ header, blocks: [paragraph(cells[at] ?? [])] })),
  });
  const isHeaded = head.some((spans) => spans.length > 0);
  return [...(isHeaded ? [rowOf(head, true)] : []), ...body.map((cells) => rowOf(cells, false))];
}

/** The words of a footnote; each of its blocks is a line. */
export function noteOf(children: readonly RootContent[], known: Known): RichText {
  const inside: Known = { ...known, isNote: true, refOf: () => null };
  const lines = children.flatMap((child) => blocksOf(child, inside, 0)).flatMap(linesOf);
  const plain = inLines(lines).map(({ text, bold, italic, link }): RichSpan => ({
    text,
    ...(bold ? { bold } : {}),
    ...(italic ? { italic } : {}),
    ...(link === undefined ? {} : { link }),
  }));
  return joined(plain);
}

function linesOf(block: DraftBlock): readonly (readonly DraftSpan[])[] {
  if (block.type === 'list') return block.items.map(({ spans }) => spans);
  if (block.type === 'table')
    return block.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.blocks.flatMap(linesOf)));
  return block.type === 'image' ? [] : [block.spans];
}

function inLines(lines: readonly (readonly DraftSpan[])[]): readonly DraftSpan[] {
  return joined(lines.flatMap((line, at) => (at === 0 ? line : [{ text: '\n' }, ...line])));
}
