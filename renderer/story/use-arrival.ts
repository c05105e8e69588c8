import { useEffect } from 'react';
import type { RefObject } from 'react';
import { refKey } from '../../shared/story/ref.ts';
import { usePlace, useSelection } from '../session/session-context.ts';
import { markWords } from './mark-words.ts';

/** Brings what one was sent to into sight: a section, or the chosen entry with the words that were searched for. */
export function useArrival(page: RefObject<HTMLElement | null>): void {
  const place = usePlace();
  const selection = useSelection();
  const chosen = selection === null ? null : refKey(selection);
  const elsewhere = place.section !== undefined && selection !== null && selection.kind !== place.section;

  useEffect(() => {
    if (place.view !== 'story') return;
    if (place.section === undefined) {
      // "Story" in the contents means its beginning, unless something on it is chosen.
      if (chosen === null && place.find === undefined) page.current?.scrollIntoView({ block: 'start' });
      return;
    }
    page.current?.querySelector(`#section-${CSS.escape(place.section)}`)?.scrollIntoView({ block: 'start' });
  }, [place, page]); // eslint-disable-line react-hooks/exhaustive-deps -- choosing something later must not scroll

  useEffect(() => {
    // Sent to another section than the chosen entry's, one wants to see that section.
    if (chosen === null || elsewhere) return;
    const row = page.current?.querySelector(`[data-entry="${CSS.escape(chosen)}"]`);
    // Who is working in the row already sees it: moving the page would take it from under their hands.
    if (row && !row.contains(document.activeElement)) row.scrollIntoView({ block: 'nearest' });
  }, [place, chosen, elsewhere, page]);

  useEffect(() => {
    const words = place.view === 'story' ? (place.find ?? '') : '';
    const row = chosen === null ? null : page.current?.querySelector(`[data-entry="${CSS.escape(chosen)}"]`);
    return markWords(row ?? page.current, words);
  }, [place, chosen, page]);
}
