import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSelection, useView } from '../../../session/session-context.ts';
import { Holders } from './dom-places.ts';
import { placeOf } from './found-passage.ts';
import type { FoundPassage } from './found-passage.ts';
import { frameOf } from './surface.ts';
import type { Surface } from './surface.ts';

/** The passage that is chosen, and the ways between the text and the list. */
export interface ChosenPassage {
  /** Null for none. */
  readonly id: string | null;
  /** From the list to the text. */
  show(passage: FoundPassage): void;
  /** From the text to the list. */
  enter(id: string): void;
  /** Whether the list is open, where it can be closed. */
  readonly isListOpen: boolean;
  readonly setListOpen: (isOpen: boolean) => void;
}

interface Options {
  readonly passages: readonly FoundPassage[];
  readonly surface: Surface;
  /** The passages stand beside the text: choosing one there is seen without going to the list. */
  readonly isWide: boolean;
}

/** Follows what is chosen in the window: what is chosen elsewhere is scrolled to, what is pressed in the text is chosen. */
export function useChosenPassage({ passages, surface, isWide }: Options): ChosenPassage {
  const view = useView();
  const selection = useSelection();
  const [isListOpen, setListOpen] = useState(false);
  const id =
    selection?.kind === 'passages' && passages.some(({ passage }) => passage.id === selection.id) ? selection.id : null;
  const chosen = passages.find(({ passage }) => passage.id === id);
  const place = placeOf(chosen?.found ?? null);

  // Once for each passage that is chosen, and not where it is in sight.
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (id === null) shown.current = null;
    if (id === null || place === null || shown.current === id || surface.root() === null) return;
    shown.current = id;
    if (!isInSight(surface, place)) surface.show(place, 'eye');
  }, [id, place, surface]);

  const enter = useCallback(
    (passage: string) => {
      view.select({ kind: 'passages', id: passage });
      setListOpen(true);
      requestAnimationFrame(() => {
        const item = document.querySelector<HTMLElement>(`[data-passage="${CSS.escape(passage)}"] button`);
        item?.focus();
      });
    },
    [view],
  );
  const show = useCallback(
    (one: FoundPassage) => {
      view.select({ kind: 'passages', id: one.passage.id });
      const at = placeOf(one.found) ?? (one.found?.state === 'doubtful' ? one.found.candidates[0] : undefined);
      const root = surface.root();
      if (at === undefined || root === null) return;
      surface.show(at, 'eye');
      // A caret goes on from there.
      const range = new Holders(root).rangeOf(at);
      if (range !== null) getSelection()?.collapse(range.startContainer, range.startOffset);
    },
    [view, surface],
  );

  useEffect(() => {
    const root = surface.root();
    if (root === null) return undefined;
    const onClick = (event: MouseEvent): void => {
      const { target } = event;
      if (!(target instanceof Element) || target.closest('a') !== null || getSelection()?.isCollapsed === false) return;
      const ids = target.closest('[data-passages]')?.getAttribute('data-passages')?.split(' ') ?? [];
      if (ids.length === 0) return;
      // Where several overlap, each press chooses the next.
      const now = view.selection();
      const next = ids[(ids.indexOf(now?.kind === 'passages' ? now.id : '') + 1) % ids.length];
      if (next === undefined) return;
      if (isWide) view.select({ kind: 'passages', id: next });
      else enter(next);
    };
    root.addEventListener('click', onClick);
    return () => root.removeEventListener('click', onClick);
  }, [surface, view, isWide, enter]);

  return useMemo(() => ({ id, show, enter, isListOpen, setListOpen }), [id, show, enter, isListOpen, setListOpen]);
}

function isInSight(surface: Surface, place: { readonly start: number; readonly end: number }): boolean {
  const root = surface.root();
  const frame = root === null ? null : frameOf(root);
  const range = root === null ? null : new Holders(root).rangeOf(place);
  if (frame === null || range === null) return false;
  const { top, bottom } = frame.getBoundingClientRect();
  const rect = range.getBoundingClientRect();
  return rect.top >= top + 56 && rect.top < bottom - 24;
}
