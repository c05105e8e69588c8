import { $getSelection, $setSelection, SKIP_SCROLL_INTO_VIEW_TAG } from 'lexical';
import type { LexicalEditor } from 'lexical';

/**
 * Puts the caret back where it was when the text gets the focus again from elsewhere: from the palette, a menu, Tab. The
 * browser puts it at the very start, and what is done next, "Add table" say, would be done there. A press of the pointer says
 * itself where the caret goes.
 */
export function registerKeptCaret(editor: LexicalEditor): () => void {
  let isPressed = false;
  const onPress = (): void => {
    isPressed = true;
  };
  const onRelease = (): void => {
    isPressed = false;
  };
  const onFocus = (): void => {
    if (isPressed) return;
    // At once: the browser tells of its own caret a moment later.
    editor.update(
      () => {
        const selection = $getSelection();
        if (selection !== null) $setSelection(selection.clone());
      },
      { discrete: true, tag: SKIP_SCROLL_INTO_VIEW_TAG },
    );
  };
  return editor.registerRootListener((root, before) => {
    before?.removeEventListener('focus', onFocus);
    before?.removeEventListener('pointerdown', onPress, { capture: true });
    before?.ownerDocument.removeEventListener('pointerup', onRelease, { capture: true });
    before?.ownerDocument.removeEventListener('pointercancel', onRelease, { capture: true });
    root?.addEventListener('focus', onFocus);
    root?.addEventListener('pointerdown', onPress, { capture: true });
    root?.ownerDocument.addEventListener('pointerup', onRelease, { capture: true });
    root?.ownerDocument.addEventListener('pointercancel', onRelease, { capture: true });
  });
}
