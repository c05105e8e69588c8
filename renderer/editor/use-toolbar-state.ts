import { $getSelection, $isRangeSelection } from 'lexical';
import type { LexicalEditor } from 'lexical';
import { useEffect, useState } from 'react';
import { $styleOf } from './block-style.ts';
import type { BlockStyle } from './block-style.ts';

export interface ToolbarState {
  readonly style: BlockStyle;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** What the toolbar shows of the place the caret is in. Costs a walk up from the caret per key; renders only on a change. */
export function useToolbarState(editor: LexicalEditor): ToolbarState {
  const [state, setState] = useState<ToolbarState>({ style: 'paragraph', bold: false, italic: false });
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        const next = editorState.read($toolbarState);
        if (next === null) return;
        setState((now) =>
          now.style === next.style && now.bold === next.bold && now.italic === next.italic ? now : next,
        );
      }),
    [editor],
  );
  return state;
}

/** Null where there is no caret: the toolbar keeps what it showed while one uses it. */
function $toolbarState(): ToolbarState | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  return {
    style: $styleOf(selection.anchor.getNode()),
    bold: selection.hasFormat('bold'),
    italic: selection.hasFormat('italic'),
  };
}
