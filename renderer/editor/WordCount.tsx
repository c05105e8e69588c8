import { $getRoot } from 'lexical';
import type { LexicalEditor } from 'lexical';
import { useEffect, useState } from 'react';
import { countWords } from '../../shared/story/draft-block.ts';

/** How long after the last key the words are counted, in milliseconds: counting reads the whole draft. */
const pause = 400;

/** "1,284 words", counted when one stops typing. */
export function WordCount({
  editor,
  className,
}: {
  readonly editor: LexicalEditor;
  readonly className?: string | undefined;
}) {
  const [count, setCount] = useState<number | null>(null);
  useEffect(() => {
    const recount = (): void => setCount(editor.getEditorState().read(() => countWords($getRoot().getTextContent())));
    let timer = setTimeout(recount, 0);
    const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
      clearTimeout(timer);
      timer = setTimeout(recount, pause);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [editor]);
  if (count === null) return null;
  return <span className={className}>{`${count.toLocaleString('en')} ${count === 1 ? 'word' : 'words'}`}</span>;
}
