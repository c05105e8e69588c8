import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { isMac, VisuallyHidden } from '../../../ui/index.ts';
import { caretRect, caretStep, spokenAfter, takeStep } from './caret-moves.ts';
import { Holders } from './dom-places.ts';
import styles from './reader.module.css';
import type { Surface } from './surface.ts';
import { caretId } from './use-caret.ts';
import { keepsSelection } from './use-selected-place.ts';

interface CaretProps {
  readonly surface: Surface;
  /** Enter: to what can be done with the words that are selected, or to the highlight the caret stands in. */
  readonly onEnter: (passage: string | null) => void;
  /** Escape, where nothing is selected: the caret goes. */
  readonly onEnd: () => void;
}

/**
 * A caret in a text that cannot be written in: the arrow keys move it, with Shift they select. It is what has the focus, so that
 * screen readers hand the keys on, and it says where it is.
 */
export function Caret({ surface, onEnter, onEnd }: CaretProps) {
  const caret = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<{ top: number; left: number; height: number } | null>(null);
  const [spoken, setSpoken] = useState('');

  const follow = useCallback(() => {
    const selection = getSelection();
    const frame = caret.current?.offsetParent;
    const rect = selection === null ? null : caretRect(selection);
    if (!frame || rect === null) return;
    const outer = frame.getBoundingClientRect();
    setAt({ top: rect.top - outer.top, left: rect.left - outer.left, height: rect.height || 20 });
  }, []);

  // It begins where something is selected, or with the first words that are seen.
  useLayoutEffect(() => {
    const root = surface.root();
    const selection = getSelection();
    if (root === null || selection === null) return;
    if (selection.focusNode === null || !root.contains(selection.focusNode)) {
      const first = surface.firstSeen() ?? 0;
      const range = new Holders(root).rangeOf({ start: first, end: first + 1 });
      if (range !== null) selection.collapse(range.startContainer, range.startOffset);
    }
    follow();
    caret.current?.focus({ preventScroll: true });
  }, [surface, follow]);

  useEffect(() => {
    document.addEventListener('selectionchange', follow);
    addEventListener('resize', follow);
    return () => {
      document.removeEventListener('selectionchange', follow);
      removeEventListener('resize', follow);
    };
  }, [follow]);

  // What is stepped to is seen, above and below with a line to spare.
  useEffect(() => {
    if (at !== null && document.activeElement === caret.current) caret.current?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const root = surface.root();
    const selection = getSelection();
    if (root === null || selection === null) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      if (selection.isCollapsed) onEnd();
      else selection.collapseToEnd();
      return;
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      onEnter(passageAt(selection));
      return;
    }
    const step = caretStep(event, isMac);
    if (step === null) return;
    event.preventDefault();
    takeStep(root, step);
    follow();
    setSpoken(spokenAfter(selection, step));
  };

  return (
    <>
      {/* It is a control, and the only one that a text can have: it takes the keys. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={caret}
        id={caretId}
        role="application"
        aria-label="Caret in the text"
        aria-describedby="source-caret-help"
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        className={styles.caret}
        style={at ?? { top: 0, left: 0, height: 0 }}
        onKeyDown={onKeyDown}
      />
      <div {...keepsSelection}>
        <VisuallyHidden>
          <span id="source-caret-help">
            Arrow keys move, with Shift they select; Enter goes to what can be done with the selection, Escape ends.
          </span>
          <span role="status">{spoken}</span>
        </VisuallyHidden>
      </div>
    </>
  );
}

/** The passage that the caret stands in; the one that was named first where several overlap. */
function passageAt({ isCollapsed, focusNode }: Selection): string | null {
  if (!isCollapsed || focusNode === null) return null;
  const element = focusNode instanceof Element ? focusNode : focusNode.parentElement;
  return element?.closest('[data-passages]')?.getAttribute('data-passages')?.split(' ')[0] ?? null;
}
