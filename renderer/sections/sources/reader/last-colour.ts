import { useSyncExternalStore } from 'react';
import type { Colour } from './found-passage.ts';

/** The colour that was used last: the next highlight gets it. There is one window, so there is one. */
let last: Colour = 'yellow';
const listeners = new Set<() => void>();

/** Remembers a colour for the next highlight. */
export function rememberColour(colour: Colour): void {
  last = colour;
  for (const listener of [...listeners]) listener();
}

export function useLastColour(): Colour {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => last,
  );
}
