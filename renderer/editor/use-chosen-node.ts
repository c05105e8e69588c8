import { $getSelection, $isNodeSelection } from 'lexical';
import type { LexicalEditor, NodeKey } from 'lexical';
import { useCallback, useMemo, useSyncExternalStore } from 'react';

/** Which node of an editor is chosen as a whole: the caret is on it, not in words. */
class ChosenNode {
  #key: NodeKey | null = null;
  readonly #listeners = new Set<() => void>();

  constructor(editor: LexicalEditor) {
    this.#key = editor.getEditorState().read($chosenKey);
    // One look per update, however many signs and pictures a draft has. It lives as long as the editor.
    editor.registerUpdateListener(({ editorState }) => {
      const key = editorState.read($chosenKey);
      if (key === this.#key) return;
      this.#key = key;
      for (const listener of [...this.#listeners]) listener();
    });
  }

  key(): NodeKey | null {
    return this.#key;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

const known = new WeakMap<LexicalEditor, ChosenNode>();

function chosenIn(editor: LexicalEditor): ChosenNode {
  const chosen = known.get(editor) ?? new ChosenNode(editor);
  known.set(editor, chosen);
  return chosen;
}

/** Whether this node, and nothing else, is chosen. */
export function useChosenNode(editor: LexicalEditor, nodeKey: NodeKey): boolean {
  const chosen = useMemo(() => chosenIn(editor), [editor]);
  return useSyncExternalStore(
    useCallback((listener: () => void) => chosen.onChange(listener), [chosen]),
    () => chosen.key() === nodeKey,
  );
}

function $chosenKey(): NodeKey | null {
  const selection = $getSelection();
  if (!$isNodeSelection(selection)) return null;
  const [key, ...more] = selection._nodes;
  return key !== undefined && more.length === 0 ? key : null;
}
