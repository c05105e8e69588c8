import { $getNodeByKey, $isTextNode } from 'lexical';
import type { LexicalEditor } from 'lexical';
import { domRange } from './dom-range.ts';
import type { BlockPlace } from './dom-range.ts';
import type { DraftLines, Stretch } from './draft-lines.ts';
import { $blocksWithWords, $wordsOfBlock } from './editor-lines.ts';

const names = { open: 'draft-comment', chosen: 'draft-comment-chosen' } as const;

/** Marks the words of comments, those of the chosen one apart, and leaves the text's elements alone. */
export function markComments(open: readonly Range[], chosen: readonly Range[]): void {
  // The highlights of CSS are absent in the small DOM of the tests.
  if (typeof Highlight === 'undefined') return;
  CSS.highlights.set(names.open, new Highlight(...open));
  const mark = new Highlight(...chosen);
  mark.priority = 1;
  CSS.highlights.set(names.chosen, mark);
}

export function unmarkComments(): void {
  if (typeof Highlight === 'undefined') return;
  for (const name of Object.values(names)) CSS.highlights.delete(name);
}

/** Where stretches of the text are on the page; without those that it does not show as the document has them. */
export function rangesOf(
  editor: LexicalEditor,
  lines: DraftLines,
  stretches: ReadonlyMap<string, Stretch>,
): ReadonlyMap<string, Range> {
  return editor.getEditorState().read(() => {
    const $place = $placesOf(lines);
    const ranges = new Map<string, Range>();
    for (const [id, { start, end }] of stretches) {
      const [from, to] = [$place(start, 'before'), $place(end, 'behind')];
      const range = from === null || to === null ? null : domRange(editor, from, to);
      if (range !== null) ranges.set(id, range);
    }
    return ranges;
  });
}

/** Puts the caret before the letter at an offset. To be called in an update. */
export function $setCaret(lines: DraftLines, offset: number): void {
  const place = $placesOf(lines)(offset, 'before');
  const leaf = place?.block.leaves.find(({ start, end }) => start <= place.offset && place.offset < end);
  if (place === null || leaf === undefined) return;
  const node = $getNodeByKey(leaf.key);
  if ($isTextNode(node)) node.select(place.offset - leaf.start, place.offset - leaf.start);
  else node?.selectPrevious();
}

type FindPlace = (offset: number, side: 'before' | 'behind') => BlockPlace | null;

/** Finds the block of the editor that an offset lies in, where the document has the same words there. */
function $placesOf(lines: DraftLines): FindPlace {
  const blocks = lines.blocks();
  const nodes = $blocksWithWords();
  return (offset, side) => {
    const at = blocks.findLastIndex(({ start }) => (side === 'before' ? start <= offset : start < offset));
    const [block, node] = [blocks[at], nodes[at]];
    if (block === undefined || node === undefined) return null;
    const words = $wordsOfBlock(node);
    return words.text === block.text ? { block: words, offset: offset - block.start } : null;
  };
}
