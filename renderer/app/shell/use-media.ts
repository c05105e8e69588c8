import { useCallback, useSyncExternalStore } from 'react';

/** Whether a media query holds; follows the window's size. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    useCallback(
      (listener: () => void) => {
        const media = matchMedia(query);
        media.addEventListener('change', listener);
        return () => media.removeEventListener('change', listener);
      },
      [query],
    ),
    () => matchMedia(query).matches,
  );
}

/** From here down the right panel is a drawer, and the left one too. In CSS pixels, so enlarged text counts. */
export const detailsDrawerBelow = '(max-width: 900px)';
export const contentsDrawerBelow = '(max-width: 700px)';
