import { $getRoot, $getSelection, $isRangeSelection } from 'lexical';
import type { LexicalEditor } from 'lexical';
import { useEffect, useState } from 'react';
import { countWords } from '../../shared/story/draft-block.ts';
import { VisuallyHidden } from '../ui/index.ts';
import { afterTyping } from './after-typing.ts';

interface WordCountProps {
  readonly editor: LexicalEditor;
  readonly className?: string | undefined;
}

/** "1,284 words", or "12 of 1,284 words" while some are selected; counted when one stops typing. */
export function WordCount({ editor, className }: WordCountProps) {
  const [all, setAll] = useState<number | null>(null);
  const [chosen, setChosen] = useState(0);
  useEffect(
    () =>
      afterTyping(editor, () => setAll(editor.getEditorState().read(() => countWords($getRoot().getTextContent()))), {
        pause: 400,
      }),
    [editor],
  );
  useEffect(
    () => afterTyping(editor, () => setChosen(editor.getEditorState().read($countChosen)), { pause: 150, caret: true }),
    [editor],
  );
  if (all === null) return null;
  const [count, unit] = [all.toLocaleString('en'), all === 1 ? 'word' : 'words'];
  if (chosen === 0) return <span className={className}>{`${count} ${unit}`}</span>;
  // No longer than without a selection, so that choosing words never makes the toolbar a line higher.
  return (
    <span className={className}>
      {`${chosen.toLocaleString('en')} of ${count}`}
      <VisuallyHidden> {unit}</VisuallyHidden>
    </span>
  );
}

function $countChosen(): number {
  const selection = $getSelection();
  if (selection === null || ($isRangeSelection(selection) && selection.isCollapsed())) return 0;
  return countWords(selection.getTextContent());
}
