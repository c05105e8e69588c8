import { $isTableNode } from '@lexical/table';
import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  BEFORE_INPUT_COMMAND,
  COMMAND_PRIORITY_BEFORE_NORMAL,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_LOW,
  COMPOSITION_START_COMMAND,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  isDOMNode,
  KEY_DOWN_COMMAND,
  mergeRegister,
  PASTE_COMMAND,
} from 'lexical';
import type { LexicalEditor, LexicalNode } from 'lexical';
import { isMac } from '../ui/index.ts';

/**
 * Lets one write on where a whole node is chosen: a picture, or a sign or reference the caret was moved to. Such a choice has no
 * caret of the browser's, which would put letters at the start of the text and would not move at all. Before anything that
 * needs a caret it is put behind the node.
 */
export function registerChosenNodeInput(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerCommand(KEY_DOWN_COMMAND, (event) => $onKey(editor, event), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      COMPOSITION_START_COMMAND,
      () => {
        $caretBehindChosen();
        return false;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(BEFORE_INPUT_COMMAND, (event) => $onInput(editor, event), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      PASTE_COMMAND,
      () => {
        $caretBehindChosen();
        return false;
      },
      // After what takes in pictures, which go behind the chosen one, and before what takes in words.
      COMMAND_PRIORITY_BEFORE_NORMAL,
    ),
    ...[DELETE_WORD_COMMAND, DELETE_LINE_COMMAND].map((command) =>
      editor.registerCommand(
        command,
        (isBackward) =>
          $isNodeSelection($getSelection()) && editor.dispatchCommand(DELETE_CHARACTER_COMMAND, isBackward),
        COMMAND_PRIORITY_LOW,
      ),
    ),
    registerPasteWithoutCaret(editor),
  );
}

/** Puts the caret behind a node; behind a block at the start of the next one, for which a line is made where there is none. */
export function $caretBehind(node: LexicalNode): void {
  if (node.isInline()) {
    node.selectNext(0, 0);
    return;
  }
  const next = node.getNextSibling();
  if ($isElementNode(next) && !$isTableNode(next)) {
    next.selectStart();
    return;
  }
  const line = $createParagraphNode();
  node.insertAfter(line);
  line.selectStart();
}

/** Whether a whole node was chosen; the caret is behind it now. */
function $caretBehindChosen(): boolean {
  const selection = $getSelection();
  if (!$isNodeSelection(selection)) return false;
  const node = selection.getNodes().at(-1);
  // It may be gone: cut, or taken out by somebody else.
  if (node === undefined) $getRoot().selectEnd();
  else $caretBehind(node);
  return true;
}

function $onKey(editor: LexicalEditor, event: KeyboardEvent): boolean {
  const selection = $getSelection();
  if (!$isNodeSelection(selection) || event.target !== editor.getRootElement()) return false;
  if (isWriting(event)) $caretBehindChosen();
  else if (isMoving(event)) return $beforeMove(event, selection.getNodes());
  return false;
}

/** Whether the key writes a letter, or begins one. */
function isWriting(event: KeyboardEvent): boolean {
  // AltGr is Ctrl+Alt on Windows.
  const writes = event.getModifierState('AltGraph') || !(event.ctrlKey || event.metaKey || (event.altKey && !isMac));
  return writes && (event.key.length === 1 || ['Dead', 'Process', 'Unidentified'].includes(event.key));
}

const edges = ['Home', 'End', 'PageUp', 'PageDown'];
const forward = ['End', 'PageDown', 'ArrowRight', 'ArrowDown'];

/** Whether the browser moves its caret for the key; Lexical itself moves on from a node by a lone arrow. */
function isMoving({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return edges.includes(key) || (key.startsWith('Arrow') && (ctrlKey || metaKey || altKey));
}

/** Gives the browser a caret to move: beside the node, where the key leads, or before what Shift selects. */
function $beforeMove(event: KeyboardEvent, nodes: readonly LexicalNode[]): boolean {
  const isForward = forward.includes(event.key);
  const node = isForward ? nodes.at(-1) : nodes[0];
  const isAlone = node !== undefined && !node.isInline();
  if (isAlone && (event.key === 'Home' || event.key === 'End') && !event.ctrlKey) {
    // A picture is a line of its own: one is at both its ends.
    event.preventDefault();
    return true;
  }
  if (node === undefined) $getRoot().selectEnd();
  else if (isForward === event.shiftKey) node.selectPrevious();
  else $caretBehind(node);
  return false;
}

/** What is written without a key: by a panel of signs, by voice, by a correction. The browser would write it elsewhere. */
function $onInput(editor: LexicalEditor, event: InputEvent): boolean {
  if (!event.inputType.startsWith('insert') || !$caretBehindChosen()) return false;
  event.preventDefault();
  if (event.inputType === 'insertParagraph') return editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined);
  if (event.inputType === 'insertLineBreak') return editor.dispatchCommand(INSERT_LINE_BREAK_COMMAND, false);
  return editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, event.data ?? event);
}

/** Without a caret the browser pastes into the page, though the focus is in the text. */
function registerPasteWithoutCaret(editor: LexicalEditor): () => void {
  const onPaste = (event: ClipboardEvent): void => {
    const root = editor.getRootElement();
    if (root === null || root.ownerDocument.activeElement !== root) return;
    if (isDOMNode(event.target) && root.contains(event.target)) return;
    if (!editor.getEditorState().read(() => $isNodeSelection($getSelection()))) return;
    event.stopImmediatePropagation();
    editor.dispatchCommand(PASTE_COMMAND, event);
  };
  return editor.registerRootListener((root, before) => {
    before?.ownerDocument.removeEventListener('paste', onPaste, { capture: true });
    root?.ownerDocument.addEventListener('paste', onPaste, { capture: true });
  });
}
