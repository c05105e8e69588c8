import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { useSession } from '../session/session-context.ts';
import type { Bound } from './bound.ts';
import { moveOffset, rebaseText } from './rebase-text.ts';
import { useLeaving } from './use-leaving.ts';

/** How long typing may wait to be stored, in milliseconds: nobody notices, and a burst of keys is one update. */
const longestWait = 300;

export interface MergedTyping {
  readonly text: string;
  type(text: string): void;
  /** Stores what was typed last, at once. */
  store(): void;
  /** Puts back what stood there before, with what others wrote meanwhile; a step of its own, so undo brings it back. */
  revert(): void;
}

/** Text being typed over a field that others may change at the same time: both stay, and the caret stays in its place. */
export function useMergedTyping(bound: Bound<string>, element: RefObject<HTMLTextAreaElement | null>): MergedTyping {
  const { undo } = useSession();
  const [text, setText] = useState(bound.value);
  const now = useRef({ text: bound.value, stored: bound.value, before: bound.value, bound });
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const selection = useRef<readonly [number, number] | null>(null);

  const store = useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    const state = now.current;
    if (state.text === state.stored) return;
    state.stored = state.text;
    state.bound.set(state.text);
  }, []);

  const type = useCallback(
    (next: string) => {
      now.current.text = next;
      setText(next);
      timer.current ??= setTimeout(store, longestWait);
    },
    [store],
  );

  const revert = useCallback(() => {
    store();
    undo.step();
    now.current.text = now.current.before;
    store();
  }, [store, undo]);

  useLayoutEffect(() => {
    const state = now.current;
    state.bound = bound;
    if (bound.value === state.stored) return;
    const merged = rebaseText(state.stored, state.text, bound.value);
    const { selectionStart = 0, selectionEnd = 0 } = element.current ?? {};
    selection.current = [moveOffset(selectionStart, state.text, merged), moveOffset(selectionEnd, state.text, merged)];
    state.before = rebaseText(state.stored, state.before, bound.value);
    state.text = merged;
    state.stored = bound.value;
    setText(merged);
  }, [bound, element]);

  useLayoutEffect(() => {
    // React puts the caret at the end of a text it replaces.
    if (selection.current !== null) element.current?.setSelectionRange(...selection.current);
    selection.current = null;
  }, [text, element]);

  useLeaving(store);

  return { text, type, store, revert };
}
