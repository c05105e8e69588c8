import type { LexicalEditor } from 'lexical';

interface Waiting {
  /** How long after the last change, in milliseconds. */
  readonly pause?: number;
  /** Whether a caret that moves is a change as well. */
  readonly caret?: boolean;
}

/**
 * Does some work at once, and again each time after the text has changed and rested: what reads a whole draft must never stand
 * between a key and its letter. Until the returned function is called.
 */
export function afterTyping(editor: LexicalEditor, work: () => void, { pause = 300, caret = false }: Waiting = {}) {
  let timer = setTimeout(work, 0);
  const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
    if (!caret && dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
    clearTimeout(timer);
    timer = setTimeout(work, pause);
  });
  return (): void => {
    clearTimeout(timer);
    stop();
  };
}
