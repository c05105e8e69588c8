import { $getRoot, $getSelection, $isElementNode, $isRangeSelection, $isTextNode } from 'lexical';
import type { LexicalEditor, LexicalNode } from 'lexical';
import { useEffect } from 'react';
import { focusEditor } from '../register-undo.ts';
import { useDraftStep } from '../use-draft-step.ts';
import { $insertCites } from './insert-cites.ts';
import { lastDraft, noteDraft, takeWaiting } from './last-draft.ts';
import type { CaretPath } from './last-draft.ts';

/** Notes where one writes, for what is cited elsewhere; and puts in at the caret what was cited meanwhile. */
export function useLastDraft(editor: LexicalEditor, doc: string): void {
  const step = useDraftStep(editor);
  useEffect(() => {
    const before = lastDraft();
    const cites = takeWaiting(doc);
    if (cites.length > 0) {
      const caret = before?.doc === doc ? before.caret : null;
      step(() => {
        if (caret !== null) $putCaret(caret);
        $insertCites(cites);
      });
      focusEditor(editor);
    }
    const note = (): void => noteDraft({ doc, caret: editor.getEditorState().read($caretPath) ?? lastCaret(doc) });
    note();
    const stop = editor.registerRootListener((root, previous) => {
      previous?.removeEventListener('blur', note);
      root?.addEventListener('blur', note);
    });
    return () => {
      note();
      stop();
    };
  }, [editor, doc, step]);
}

function lastCaret(doc: string): CaretPath | null {
  const last = lastDraft();
  return last?.doc === doc ? last.caret : null;
}

function $caretPath(): CaretPath | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const path: number[] = [];
  for (let node: LexicalNode | null = selection.focus.getNode(); node !== null; node = node.getParent())
    if (node.getParent() !== null) path.unshift(node.getIndexWithinParent());
  return { path, offset: selection.focus.offset };
}

/** The text may have changed meanwhile: as near as can be. */
function $putCaret({ path, offset }: CaretPath): void {
  let node: LexicalNode = $getRoot();
  for (const at of path) {
    const next: LexicalNode | null = $isElementNode(node) ? (node.getChildAtIndex(at) ?? node.getLastChild()) : null;
    if (next === null) break;
    node = next;
  }
  if ($isTextNode(node)) {
    const place = Math.min(offset, node.getTextContentSize());
    node.select(place, place);
  } else if ($isElementNode(node)) {
    const place = Math.min(offset, node.getChildrenSize());
    node.select(place, place);
  } else node.selectNext(0, 0);
}
