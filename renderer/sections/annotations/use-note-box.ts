import { useCallback, useRef, useState } from 'react';
import type { RefCallback, RefObject } from 'react';
import { emptyRichText, plainFromRich } from '../../../shared/story/rich-text.ts';
import { toasts } from '../../ui/index.ts';
import type { Unsent } from './unsent.ts';
import { useUnsent } from './unsent.ts';

interface NoteBox {
  /** Null while the box is closed. */
  readonly unsent: Unsent | null;
  readonly inputRef: RefCallback<HTMLElement>;
  /** It was opened for writing, and not found open with words that waited. */
  readonly takesFocus: boolean;
  /** What opened it, and gets the focus back. */
  readonly openerRef: RefObject<HTMLButtonElement | null>;
  change(unsent: Unsent): void;
  /** Opens it for writing, with these words if it was closed; about other words of a draft if such are given. */
  open(start?: Unsent): void;
  /** The words were sent. */
  sent(refocus?: boolean): void;
  /** Closes it; words that are thrown away can be brought back. `start`: what it held when it was opened. */
  cancel(start?: Unsent, refocus?: boolean): void;
}

const blank: Unsent = { text: emptyRichText };

/** A place to write in that opens and closes, keeps what is not sent, and hands the focus on. */
export function useNoteBox(key: string): NoteBox {
  const [unsent, setUnsent] = useUnsent(key);
  const input = useRef<HTMLElement>(null);
  const [takesFocus, setTakesFocus] = useState(false);
  const inputRef = useCallback((element: HTMLElement | null) => {
    input.current = element;
  }, []);
  const openerRef = useRef<HTMLButtonElement>(null);
  const close = (refocus: boolean): void => {
    setUnsent(null);
    setTakesFocus(false);
    if (refocus) focusSoon(openerRef);
  };
  return {
    unsent,
    inputRef,
    takesFocus,
    openerRef,
    change: setUnsent,
    open: (start = blank) => {
      if (unsent === null) setUnsent(start);
      // Words that wait are now about those that were chosen.
      else if (start.place !== undefined) setUnsent({ text: unsent.text, place: start.place });
      setTakesFocus(true);
      focusSoon(input);
    },
    sent: (refocus = true) => close(refocus),
    cancel: (start = blank, refocus = true) => {
      const words = unsent === null ? '' : plainFromRich(unsent.text);
      close(refocus);
      if (words.trim() === '' || words === plainFromRich(start.text)) return;
      toasts.show({
        message: 'The text was not kept.',
        action: { label: 'Undo', run: () => setUnsent(unsent) },
      });
    },
  };
}

/** In the next frame: the element may be on its way, and a drawer or menu hands the focus on in this very turn. */
function focusSoon(element: RefObject<HTMLElement | null>): void {
  requestAnimationFrame(() => {
    element.current?.focus({ preventScroll: true });
    element.current?.scrollIntoView({ block: 'nearest' });
  });
}
