import { useEffect, useState } from 'react';
import { defaultSettings } from '../../shared/bridge/index.ts';
import type { Paper } from '../../shared/bridge/index.ts';
import { bridge } from '../bridge/index.ts';

/** The paper: as chosen for this notebook, or else the one chosen last for any. */
export function usePaper(own: Paper | null): readonly [Paper, (paper: Paper) => void] {
  const [last, setLast] = useState<Paper>(defaultSettings.paper);
  useEffect(() => {
    let current = true;
    void bridge.settings.get().then(({ paper }) => {
      if (current) setLast(paper);
    });
    return () => {
      current = false;
    };
  }, []);
  return [own ?? last, (paper) => void bridge.settings.set({ paper })];
}
