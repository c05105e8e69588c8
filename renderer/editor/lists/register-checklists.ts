import { $insertList, $isListItemNode, $isListNode, ListItemNode, registerCheckList } from '@lexical/list';
import {
  $findMatchingParent,
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_NORMAL,
  isModifierMatch,
  KEY_ENTER_COMMAND,
  mergeRegister,
  TextNode,
} from 'lexical';
import type { LexicalEditor, NodeKey } from 'lexical';
import { isMac } from '../../ui/index.ts';

/**
 * Checklists: the box is pressed, or Mod+Enter in the line; the left arrow at the start of a line puts the focus on its box, and
 * Space checks it. `[ ] ` at the start of a listed line makes the list one.
 */
export function registerChecklists(editor: LexicalEditor): () => void {
  return mergeRegister(
    // The caret stays where one writes when a box is pressed.
    registerCheckList(editor, { disableTakeFocusOnClick: true }),
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        if (event === null || !isModifierMatch(event, { [isMac ? 'metaKey' : 'ctrlKey']: true })) return false;
        if (!$toggleChecked()) return false;
        event.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_NORMAL,
    ),
    editor.registerNodeTransform(TextNode, $fromWrittenBox),
    editor.registerMutationListener(ListItemNode, (changes) => sayWhichAreDone(editor, changes.keys())),
    // A line whose words change is drawn anew without being another node.
    editor.registerUpdateListener(({ dirtyElements }) => sayWhichAreDone(editor, dirtyElements.keys())),
  );
}

/** Checks or unchecks the lines that are chosen. False where they are in no checklist. */
export function $toggleChecked(): boolean {
  const items = $itemsOfChecklists();
  const [first] = items;
  if (first === undefined) return false;
  const checked = first.getChecked() !== true;
  for (const item of items) item.setChecked(checked);
  return true;
}

function $itemsOfChecklists(): readonly ListItemNode[] {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return [];
  const nodes = selection.isCollapsed() ? [selection.anchor.getNode()] : selection.getNodes();
  const items = nodes.flatMap((node) => {
    const item = $isListItemNode(node) ? node : $findMatchingParent(node, $isListItemNode);
    return $isListItemNode(item) && $isLineOfChecklist(item) ? [item] : [];
  });
  return [...new Map(items.map((item) => [item.getKey(), item])).values()];
}

const writtenBox = /^\[( |x)?\] /i;

/** In a list Markdown's own shortcut is not looked for any more. */
function $fromWrittenBox(text: TextNode): void {
  const words = text.getTextContent();
  const selection = $getSelection();
  const written = words.startsWith('[') ? writtenBox.exec(words) : null;
  const item = text.getParent();
  if (written === null || !$isListItemNode(item) || text.getPreviousSibling() !== null) return;
  const isTyped =
    $isRangeSelection(selection) &&
    selection.isCollapsed() &&
    selection.anchor.key === text.getKey() &&
    selection.anchor.offset === written[0].length;
  if (!isTyped) return;
  const list = item.getParent();
  if (!$isListNode(list)) return;
  if (list.getListType() !== 'check') $insertList('check');
  text.spliceText(0, written[0].length, '', true);
  if (text.getTextContent() === '') text.remove();
  item.setChecked(written[1]?.toLowerCase() === 'x');
  item.selectStart();
}

/**
 * Lexical makes the line itself a checkbox, which a line of a list may not be, and which hides links and references in it from
 * assistive technology. It stays a line, and says whether it is done.
 */
function sayWhichAreDone(editor: LexicalEditor, keys: Iterable<NodeKey>): void {
  editor.getEditorState().read(() => {
    for (const key of keys) {
      const item = $getNodeByKey(key);
      const element = $isListItemNode(item) ? editor.getElementByKey(key) : null;
      if (!$isListItemNode(item) || element === null) continue;
      element.removeAttribute('role');
      element.removeAttribute('aria-checked');
      if ($isLineOfChecklist(item))
        element.setAttribute('aria-description', item.getChecked() === true ? 'Done' : 'To do');
      else element.removeAttribute('aria-description');
    }
  });
}

function $isLineOfChecklist(item: ListItemNode): boolean {
  const list = item.getParent();
  return $isListNode(list) && list.getListType() === 'check' && !$isListNode(item.getFirstChild());
}
