import { useCallback, useMemo, useState } from 'react';
import { useActions } from '../../../session/actions.ts';

/** Choosing words with the keyboard: whether there is a caret, and how to come and go. */
export interface CaretMode {
  readonly isOn: boolean;
  toggle(): void;
  end(): void;
  /** Gives the focus back to the caret, if there is one. */
  focus(): void;
}

/** The caret's place in the page: there is one text in the window. */
export const caretId = 'source-caret';

/** The caret of a text that is read. F7, as in browsers, brings it and takes it away. */
export function useCaret(): CaretMode {
  const [isOn, setOn] = useState(false);
  const toggle = useCallback(() => setOn((before) => !before), []);
  const end = useCallback(() => setOn(false), []);
  const focus = useCallback(() => {
    requestAnimationFrame(() => document.getElementById(caretId)?.focus({ preventScroll: true }));
  }, []);
  useActions([
    {
      id: 'source.caret',
      title: isOn ? 'Stop selecting with the keyboard' : 'Select with the keyboard',
      group: 'Sources',
      shortcut: 'F7',
      keywords: ['caret', 'cursor', 'highlight', 'browse'],
      run: toggle,
    },
  ]);
  return useMemo(() => ({ isOn, toggle, end, focus }), [isOn, toggle, end, focus]);
}
