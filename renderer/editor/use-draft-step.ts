import type { EditorUpdateOptions, LexicalEditor } from 'lexical';
import { useCallback } from 'react';
import { useSession } from '../session/session-context.ts';

/** Runs a change of a draft as one undo step of its own, apart from the letters before and after it. */
export function useDraftStep(editor: LexicalEditor): (change: () => void, options?: EditorUpdateOptions) => void {
  const { undo } = useSession();
  return useCallback(
    (change, options) => {
      undo.step();
      editor.update(change, { ...options, onUpdate: () => undo.step() });
    },
    [editor, undo],
  );
}
