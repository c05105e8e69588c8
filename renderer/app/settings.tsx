import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { Bridge, Settings, SettingsChange } from '../../shared/bridge/index.ts';

/** The remembered settings and the way to change them. */
export interface SettingsAccess {
  readonly settings: Settings;
  change(change: SettingsChange): void;
}

const SettingsContext = createContext<SettingsAccess | null>(null);

export function useSettings(): SettingsAccess {
  const access = useContext(SettingsContext);
  if (access === null) throw new Error('Settings are provided by the app');
  return access;
}

interface SettingsProviderProps {
  readonly bridge: Bridge;
  readonly initial: Settings;
  readonly children: ReactNode;
}

/** Keeps the settings in step with what the main process remembers, whoever changes them. */
export function SettingsProvider({ bridge, initial, children }: SettingsProviderProps) {
  const [settings, setSettings] = useState(initial);
  /** Changes that are not answered yet: what is told of an earlier one must not take back a later one. */
  const underway = useRef<readonly SettingsChange[]>([]);
  const take = useCallback((told: Settings) => {
    setSettings(underway.current.reduce<Settings>((before, changed) => ({ ...before, ...changed }), told));
  }, []);
  useEffect(() => bridge.on('settings.changed', take), [bridge, take]);
  const change = useCallback(
    (changed: SettingsChange) => {
      underway.current = [...underway.current, changed];
      // Shown at once; the answer, which also comes as an event, has the last word.
      setSettings((before) => ({ ...before, ...changed }));
      void bridge.settings.set(changed).then((told) => {
        underway.current = underway.current.filter((one) => one !== changed);
        take(told);
      });
    },
    [bridge, take],
  );
  const access = useMemo(() => ({ settings, change }), [settings, change]);
  return <SettingsContext value={access}>{children}</SettingsContext>;
}
