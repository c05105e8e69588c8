import { $isLinkNode, LinkNode } from '@lexical/link';
import { IS_BOLD, IS_CODE, IS_ITALIC, IS_STRIKETHROUGH, TextNode, mergeRegister } from 'lexical';
import type { LexicalEditor } from 'lexical';
import { isSafeLink } from '../../shared/story/rich-text.ts';

export const draftMarks = IS_BOLD | IS_ITALIC | IS_STRIKETHROUGH | IS_CODE;
export const richMarks = IS_BOLD | IS_ITALIC;

/**
 * Keeps what is written to what can be stored, whichever way it came in (keys, drop, another Lexical editor): the given
 * marks, no styles, and links that may be followed.
 */
export function registerTidy(editor: LexicalEditor, marks: number): () => void {
  return mergeRegister(
    editor.registerNodeTransform(TextNode, (node) => {
      if ((node.getFormat() & ~marks) !== 0) node.setFormat(node.getFormat() & marks);
      if (node.getStyle() !== '') node.setStyle('');
    }),
    editor.registerNodeTransform(LinkNode, (node) => {
      if (!$isLinkNode(node) || isSafeLink(node.getURL())) return;
      for (const child of node.getChildren()) node.insertBefore(child);
      node.remove();
    }),
  );
}
