import { useEffect, useMemo, useState } from 'react';
import type { Place } from '../../../../shared/anchors/index.ts';
import { Holders } from './dom-places.ts';
import { findWords } from './find-words.ts';
import type { Surface } from './surface.ts';

/** Finding words in a text. */
export interface Finding {
  readonly wanted: string;
  readonly found: readonly Place[];
  /** The index of the place that is shown. */
  readonly current: number;
  want(words: string): void;
  /** To the next place, or with -1 to the one before; around the ends. */
  step(by: 1 | -1): void;
}

/** Finds words as they are typed, from where one reads on. `arriving`: words one came for; '' for none. */
export function useFind(text: string, surface: Surface, arriving: string): Finding {
  const [search, setSearch] = useState({ wanted: arriving, from: 0, stepped: 0 });
  const { wanted, from, stepped } = search;
  const found = useMemo(() => findWords(text, wanted), [text, wanted]);
  const first = Math.max(
    0,
    found.findIndex(({ end }) => end > from),
  );
  const current = found.length === 0 ? 0 : (((first + stepped) % found.length) + found.length) % found.length;
  const here = found[current];
  // The current place is shown when another one becomes it.
  useEffect(() => {
    if (here !== undefined) surface.show(here, 'eye');
  }, [here, surface]);
  return {
    wanted,
    found,
    current,
    want: (words) => setSearch({ wanted: words, from: words === '' ? 0 : (surface.firstSeen() ?? 0), stepped: 0 }),
    step: (by) => setSearch((before) => ({ ...before, stepped: before.stepped + by })),
  };
}

/** Paints places of a text with a highlight of CSS. `shown` changes when more of the text comes onto the page. */
export function usePaint(surface: Surface, name: string, places: readonly Place[], shown: unknown = null): void {
  useEffect(() => {
    const root = surface.root();
    // The highlights of CSS are absent in the small DOM of the tests.
    if (root === null || places.length === 0 || typeof Highlight === 'undefined') return;
    const holders = new Holders(root);
    const ranges = places.map((place) => holders.rangeOf(place)).filter((range) => range !== null);
    CSS.highlights.set(name, new Highlight(...ranges));
    return () => {
      CSS.highlights.delete(name);
    };
  }, [surface, name, places, shown]);
}
