import { $isLinkNode, $toggleLink } from '@lexical/link';
import {
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  PASTE_COMMAND,
  PASTE_TAG,
} from 'lexical';
import type { LexicalEditor, LexicalNode } from 'lexical';
import type { DraftBlock } from '../../shared/story/draft-block.ts';
import { isSafeLink } from '../../shared/story/rich-text.ts';
import { toasts } from '../ui/index.ts';
import { blocksFromHtml } from './html-blocks.ts';

/** Letters of markup up to which its headings and marks are read; beyond, only the words are taken. */
const mostMarkup = 4_000_000;
/** Letters that can be pasted at once: a thick book. */
const mostText = 4_000_000;

interface PasteRules {
  readonly namespace: string;
  /** What an editor makes of the blocks that were found. */
  $nodes(blocks: readonly DraftBlock[]): LexicalNode[];
}

/**
 * Takes in what other programs put on the clipboard as clean blocks; an address pasted over words links them. What was
 * copied here is taken in by Lexical itself, as it was.
 */
export function registerPaste(editor: LexicalEditor, rules: PasteRules): () => void {
  return editor.registerCommand(
    PASTE_COMMAND,
    (event) => {
      const data = 'clipboardData' in event ? event.clipboardData : null;
      const selection = $getSelection();
      if (data === null || !$isRangeSelection(selection)) return false;
      const text = data.getData('text/plain');
      if (text.length > mostText) {
        event.preventDefault();
        toasts.show({ message: 'That is too much text to paste at once. Nothing was pasted.', tone: 'error' });
        return true;
      }
      if (isOwn(data, rules.namespace)) return false;
      if (isSafeLink(text.trim()) && !selection.isCollapsed()) {
        event.preventDefault();
        $toggleLink(text.trim());
        return true;
      }
      const html = data.getData('text/html');
      const blocks = html === '' || html.length > mostMarkup ? [] : blocksFromHtml(html);
      // Without markup Lexical takes the words in line by line.
      if (blocks.length === 0) return false;
      event.preventDefault();
      editor.update(() => $getSelection()?.insertNodes(rules.$nodes(blocks)), { tag: PASTE_TAG });
      return true;
    },
    COMMAND_PRIORITY_LOW,
  );
}

/** Whether the caret or selection is in a link. */
export function $linkAt(node: LexicalNode): ReturnType<typeof $findMatchingParent> {
  return $findMatchingParent(node, $isLinkNode);
}

function isOwn(data: DataTransfer, namespace: string): boolean {
  const own = data.getData('application/x-lexical-editor');
  return own !== '' && own.includes(`"namespace":${JSON.stringify(namespace)}`);
}
