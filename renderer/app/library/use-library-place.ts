import { useEffect, useState } from 'react';
import type { Bridge, LibraryPlace } from '../../../shared/bridge/index.ts';

/** Where the library folder is; null while that is asked, and where there is none. */
export function useLibraryPlace(bridge: Bridge): LibraryPlace | null {
  const [place, setPlace] = useState<LibraryPlace | null>(null);
  useEffect(() => {
    let isWanted = true;
    void bridge.library.place().then((found) => {
      if (isWanted && found.folder !== '') setPlace(found);
    });
    return () => {
      isWanted = false;
    };
  }, [bridge]);
  return place;
}
