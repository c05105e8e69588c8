import { $isListItemNode, $isListNode } from '@lexical/list';
import {
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_NORMAL,
  INDENT_CONTENT_COMMAND,
  isModifierMatch,
  KEY_DOWN_COMMAND,
  KEY_TAB_COMMAND,
  mergeRegister,
  OUTDENT_CONTENT_COMMAND,
} from 'lexical';
import type { LexicalEditor } from 'lexical';
import { isMac } from '../ui/index.ts';
import { $setStyle } from './block-style.ts';
import type { BlockStyle } from './block-style.ts';

/** Deepest list in a list, counted from 0. */
const deepest = 4;

/** As in Docs and Word: Mod+Alt+1 to 3 for headings, 0 for a paragraph, Mod+Shift+6 to 9 for lists and quote. */
const styleKeys: readonly { readonly code: string; readonly alt: boolean; readonly style: BlockStyle }[] = [
  { code: 'Digit0', alt: true, style: 'paragraph' },
  { code: 'Digit1', alt: true, style: 'h1' },
  { code: 'Digit2', alt: true, style: 'h2' },
  { code: 'Digit3', alt: true, style: 'h3' },
  { code: 'Digit6', alt: false, style: 'check' },
  { code: 'Digit7', alt: false, style: 'number' },
  { code: 'Digit8', alt: false, style: 'bullet' },
  { code: 'Digit9', alt: false, style: 'quote' },
];

/** The keys of a draft besides those every text has. Tab deepens a list item; elsewhere it leads out of the text. */
export function registerDraftKeys(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        const mod = { [isMac ? 'metaKey' : 'ctrlKey']: true };
        const found = styleKeys.find(
          ({ code, alt }) => event.code === code && isModifierMatch(event, { ...mod, altKey: alt, shiftKey: !alt }),
        );
        if (found === undefined) return false;
        event.preventDefault();
        $setStyle(found.style);
        return true;
      },
      COMMAND_PRIORITY_NORMAL,
    ),
    editor.registerCommand(
      KEY_TAB_COMMAND,
      (event) => {
        const depth = $listDepth();
        if (depth === null || (event.shiftKey ? depth === 0 : depth >= deepest)) return false;
        event.preventDefault();
        return editor.dispatchCommand(event.shiftKey ? OUTDENT_CONTENT_COMMAND : INDENT_CONTENT_COMMAND, undefined);
      },
      COMMAND_PRIORITY_NORMAL,
    ),
  );
}

/** How deep the caret is in lists, from 0; null where it is in none, or in an item that cannot go deeper than its list. */
function $listDepth(): number | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const item = $findMatchingParent(selection.anchor.getNode(), $isListItemNode);
  if (!$isListItemNode(item)) return null;
  let depth = -1;
  for (let at = item.getParent(); at !== null; at = at.getParent()) if ($isListNode(at)) depth += 1;
  return depth;
}
