import { COMMAND_PRIORITY_LOW, isHTMLElement, REDO_COMMAND, UNDO_COMMAND, mergeRegister } from 'lexical';
import type { LexicalEditor } from 'lexical';

/**
 * Hands undo and redo to the notebook. Lexical asks for them in the middle of an update; the step is taken after it, so that
 * what it changes meets an editor at rest.
 */
export function registerUndo(
  editor: LexicalEditor,
  steps: { readonly undo: () => void; readonly redo: () => void },
): () => void {
  const after = (step: () => void) => (): true => {
    editor.update(() => undefined, { onUpdate: step });
    return true;
  };
  return mergeRegister(
    editor.registerCommand(UNDO_COMMAND, after(steps.undo), COMMAND_PRIORITY_LOW),
    editor.registerCommand(REDO_COMMAND, after(steps.redo), COMMAND_PRIORITY_LOW),
  );
}

/** Puts the caret where the words are, wherever the focus was. */
export function focusEditor(editor: LexicalEditor): void {
  const root = editor.getRootElement();
  if (isHTMLElement(root)) root.focus({ preventScroll: true });
  editor.focus();
}
