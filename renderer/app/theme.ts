import { useEffect } from 'react';
import type { Theme } from '../../shared/bridge/index.ts';

const darkSystem = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)');

/** Colours the page. With `system`, as the system (or the main process, which follows the same setting) says. */
export function applyTheme(theme: Theme): void {
  const dark = theme === 'system' ? darkSystem().matches : theme === 'dark';
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
}

/** Keeps the page's colours to the setting, and to the system where that decides. */
export function useTheme(theme: Theme): void {
  useEffect(() => {
    applyTheme(theme);
    const system = darkSystem();
    const follow = (): void => applyTheme(theme);
    system.addEventListener('change', follow);
    return () => system.removeEventListener('change', follow);
  }, [theme]);
}
