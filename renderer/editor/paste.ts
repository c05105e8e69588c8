import { $isLinkNode, $toggleLink } from '@lexical/link';
import { $isTableSelection } from '@lexical/table';
import {
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_LOW,
  KEY_DOWN_COMMAND,
  mergeRegister,
  PASTE_COMMAND,
  PASTE_TAG,
  SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
} from 'lexical';
import type { LexicalEditor, LexicalNode } from 'lexical';
import { draftText } from '../../shared/story/draft-block.ts';
import type { DraftBlock } from '../../shared/story/draft-block.ts';
import { isSafeLink } from '../../shared/story/rich-text.ts';
import { sizeWords, toasts } from '../ui/index.ts';
import { blocksFromHtml } from './html-blocks.ts';
import { looksLikeMarkdown } from './from-markdown/looks-like-markdown.ts';
import { hasTooManyCells, isTooMuch, linesOf, withoutMixedTables } from './pasted-blocks.ts';
import { $tableAt } from './tables/table-edits.ts';

/** Letters of markup up to which its headings and marks are read; beyond, only the words are taken. */
const mostMarkup = 4_000_000;

interface PasteRules {
  readonly namespace: string;
  /** What an editor makes of the blocks that were found. */
  $nodes(blocks: readonly DraftBlock[]): LexicalNode[];
  /** The blocks of a Markdown text, once it is read. */
  markdown(text: string): Promise<readonly DraftBlock[]>;
}

/**
 * Takes in what other programs put on the clipboard as clean blocks; an address pasted over words links them, and Markdown becomes what it
 * means unless it is pasted with Shift. What was copied here is taken in by Lexical itself, as it was.
 */
export function registerPaste(editor: LexicalEditor, rules: PasteRules): () => void {
  const take = (blocks: readonly DraftBlock[]): void =>
    editor.update(() => $insert(editor, rules.$nodes($isInTable() ? withoutMixedTables(blocks) : blocks)), {
      tag: PASTE_TAG,
    });
  const takeMarkdown = async (text: string): Promise<void> => {
    const blocks = await rules.markdown(text);
    if (isTooMuch(draftText(blocks)) || hasTooManyCells(blocks)) tellTooMuch(text.length);
    else if (editor.getRootElement() === null) toasts.show(leftMeanwhile);
    else take(blocks);
  };
  // The event of pasting does not say whether it was asked for without formatting: the key before it does.
  let isPlain = false;
  const onKey = (event: KeyboardEvent): false => {
    isPlain = event.code === 'KeyV' && event.shiftKey && (event.ctrlKey || event.metaKey);
    return false;
  };
  const onPaste = editor.registerCommand(
    PASTE_COMMAND,
    (event) => {
      const wantsWords = isPlain;
      isPlain = false;
      const data = 'clipboardData' in event ? event.clipboardData : null;
      const selection = $getSelection();
      if (data === null || !($isRangeSelection(selection) || $isTableSelection(selection))) return false;
      const text = data.getData('text/plain');
      if (isTooMuch(text)) return refuse(event, text.length);
      if (isOwn(data, rules.namespace)) return false;
      if (isSafeLink(text.trim()) && $isRangeSelection(selection) && !selection.isCollapsed()) {
        event.preventDefault();
        $toggleLink(text.trim());
        return true;
      }
      const html = data.getData('text/html');
      if (html.length > mostMarkup) {
        // Lexical would take the markup apart in one go. Its words alone are what is left to take.
        event.preventDefault();
        if (text === '') return refuse(event, html.length);
        take(linesOf(text));
        return true;
      }
      if (html === '' && !wantsWords && looksLikeMarkdown(text)) {
        event.preventDefault();
        void takeMarkdown(text);
        return true;
      }
      const blocks = html === '' ? [] : blocksFromHtml(html);
      if (isTooMuch(draftText(blocks)) || hasTooManyCells(blocks)) return refuse(event, html.length);
      // Without markup Lexical takes the words in line by line.
      if (blocks.length === 0) return false;
      event.preventDefault();
      take(blocks);
      return true;
    },
    COMMAND_PRIORITY_LOW,
  );
  return mergeRegister(onPaste, editor.registerCommand(KEY_DOWN_COMMAND, onKey, COMMAND_PRIORITY_CRITICAL));
}

/** What a table takes goes into its cells; everything else where the caret is. */
function $insert(editor: LexicalEditor, nodes: LexicalNode[]): void {
  const selection = $getSelection();
  if (selection === null) return;
  if (!editor.dispatchCommand(SELECTION_INSERT_CLIPBOARD_NODES_COMMAND, { nodes, selection })) {
    selection.insertNodes(nodes);
  }
}

function $isInTable(): boolean {
  const selection = $getSelection();
  return $isTableSelection(selection) || ($isRangeSelection(selection) && $tableAt(selection) !== null);
}

function refuse(event: Event, length: number): true {
  event.preventDefault();
  tellTooMuch(length);
  return true;
}

const leftMeanwhile = {
  message: 'Nothing was pasted: the text was left meanwhile. Paste it again.',
  tone: 'error',
} as const;

function tellTooMuch(length: number): void {
  toasts.show({
    message: `That is more than can be pasted at once (${sizeWords(length)}). Nothing was pasted, and nothing is lost. It can be brought in as a source.`,
    tone: 'error',
  });
}

/** Whether the caret or selection is in a link. */
export function $linkAt(node: LexicalNode): ReturnType<typeof $findMatchingParent> {
  return $findMatchingParent(node, $isLinkNode);
}

function isOwn(data: DataTransfer, namespace: string): boolean {
  const own = data.getData('application/x-lexical-editor');
  return own !== '' && own.includes(`"namespace":${JSON.stringify(namespace)}`);
}
