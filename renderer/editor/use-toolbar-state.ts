import { $isTableSelection } from '@lexical/table';
import { $getSelection, $isRangeSelection } from 'lexical';
import type { LexicalEditor } from 'lexical';
import { useEffect, useState } from 'react';
import { $styleOf } from './block-style.ts';
import type { BlockStyle } from './block-style.ts';
import { $tableAt } from './tables/table-edits.ts';

export interface ToolbarState {
  readonly style: BlockStyle;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly inTable: boolean;
}

/** What the toolbar shows of the place the caret is in. Costs a walk up from the caret per key; renders only on a change. */
export function useToolbarState(editor: LexicalEditor): ToolbarState {
  const [state, setState] = useState<ToolbarState>({ style: 'paragraph', bold: false, italic: false, inTable: false });
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        const next = editorState.read($toolbarState);
        if (next === null) return;
        setState((now) => (isSame(now, next) ? now : next));
      }),
    [editor],
  );
  return state;
}

function isSame(a: ToolbarState, b: ToolbarState): boolean {
  return a.style === b.style && a.bold === b.bold && a.italic === b.italic && a.inTable === b.inTable;
}

/** Null where there is no caret: the toolbar keeps what it showed while one uses it. */
function $toolbarState(): ToolbarState | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) && !$isTableSelection(selection)) return null;
  return {
    style: $styleOf(selection.anchor.getNode()),
    bold: selection.hasFormat('bold'),
    italic: selection.hasFormat('italic'),
    inTable: $tableAt(selection) !== null,
  };
}
