import { $createNodeSelection, $setSelection } from 'lexical';
import type { LexicalEditor, NodeKey } from 'lexical';
import { focusEditor } from '../register-undo.ts';

/** The picture of an editor whose words are open. */
class OpenPicture {
  #key: NodeKey | null = null;
  readonly #listeners = new Set<() => void>();

  key(): NodeKey | null {
    return this.#key;
  }

  set(key: NodeKey | null): void {
    this.#key = key;
    for (const listener of [...this.#listeners]) listener();
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

const known = new WeakMap<LexicalEditor, OpenPicture>();

/** Which picture of an editor has its words open. */
export function openPictureOf(editor: LexicalEditor): OpenPicture {
  const open = known.get(editor) ?? new OpenPicture();
  known.set(editor, open);
  return open;
}

/** Chooses a picture as a whole, and goes on in its text. */
export function choosePicture(editor: LexicalEditor, key: NodeKey): void {
  editor.update(() => {
    const selection = $createNodeSelection();
    selection.add(key);
    $setSelection(selection);
  });
  focusEditor(editor);
}
