import { useCallback, useState } from 'react';
import { remember, remembered } from '../session/local-memory.ts';
import { useSession } from '../session/session-context.ts';
import { readBriefSettings, settingsKey } from './brief-settings.ts';
import type { BriefSettings } from './brief-settings.ts';

/** The choices for this notebook's briefs, remembered on this computer, and how to change them. */
export function useBriefSettings(): readonly [BriefSettings, (change: Partial<BriefSettings>) => void] {
  const key = settingsKey(useSession().id);
  const [settings, setSettings] = useState(() => readBriefSettings(remembered(key)));
  const change = useCallback(
    (changed: Partial<BriefSettings>) => {
      setSettings((before) => {
        const next = { ...before, ...changed };
        remember(key, JSON.stringify(next));
        return next;
      });
    },
    [key],
  );
  return [settings, change];
}
