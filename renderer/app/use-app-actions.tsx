import { lazy, Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import { textScales } from '../../shared/bridge/index.ts';
import type { Theme } from '../../shared/bridge/index.ts';
import { useActions } from '../session/actions.ts';
import type { Action } from '../session/actions.ts';
import { toasts } from '../ui/index.ts';
import { actionIds } from './action-ids.ts';
import { useScreen, useServices } from './services-context.ts';
import { useSettings } from './settings.tsx';

const ShortcutHelp = lazy(async () => ({ default: (await import('./dialogs/ShortcutHelp.tsx')).ShortcutHelp }));
const About = lazy(async () => ({ default: (await import('./dialogs/About.tsx')).About }));

type OpenDialog = 'shortcuts' | 'about' | null;

const themeTitles: Readonly<Record<Theme, string>> = {
  system: 'Use the system’s theme',
  light: 'Use the light theme',
  dark: 'Use the dark theme',
};
const themeIds: Readonly<Record<Theme, string>> = {
  system: actionIds.themeSystem,
  light: actionIds.themeLight,
  dark: actionIds.themeDark,
};

/** What can be done everywhere in the window. Gives the dialogs that these actions open. */
export function useAppActions(): ReactNode {
  const { bridge, library, screens, makeSample } = useServices();
  const screen = useScreen();
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const close = (): void => setDialog(null);

  const create = async (): Promise<void> => {
    const made = await library.create('');
    if (made.ok) await screens.open(made.value, { isNew: true });
    else toasts.show({ message: `No notebook was made. ${made.error.message}`, tone: 'error' });
  };
  const sample = async (): Promise<void> => {
    const made = await makeSample();
    if (made.ok) await screens.open(made.value);
    else toasts.show({ message: `The sample could not be made. ${made.error.message}`, tone: 'error' });
  };
  const home: Action[] =
    screen.kind === 'home'
      ? []
      : [
          { id: actionIds.home, title: 'All notebooks', group: 'Notebook', run: () => void screens.home() },
          { id: actionIds.closeNotebook, title: 'Close notebook', group: 'Notebook', run: () => void screens.home() },
        ];
  useActions([
    {
      id: actionIds.newNotebook,
      title: 'New notebook',
      group: 'Notebook',
      shortcut: 'Mod+N',
      run: () => void create(),
    },
    { id: actionIds.sample, title: 'Open the sample notebook', group: 'Notebook', run: () => void sample() },
    ...home,
    ...useSettingActions(),
    {
      id: actionIds.shortcuts,
      title: 'Keyboard shortcuts',
      group: 'Help',
      shortcut: 'Mod+/',
      run: () => setDialog('shortcuts'),
    },
    { id: actionIds.about, title: 'About Backstory', group: 'Help', run: () => setDialog('about') },
  ]);
  return (
    <Suspense>
      {dialog === 'shortcuts' && <ShortcutHelp onClose={close} />}
      {dialog === 'about' && <About bridge={bridge} onClose={close} />}
    </Suspense>
  );
}

/** Theme and text size, each a command of its own. */
function useSettingActions(): readonly Action[] {
  const { settings, change } = useSettings();
  const at = textScales.indexOf(settings.textScale);
  const size = (id: string, title: string, to: number, shortcut: string): Action[] => {
    const textScale = textScales[to];
    if (textScale === undefined || textScale === settings.textScale) return [];
    return [{ id, title, group: 'Settings', shortcut, run: () => change({ textScale }) }];
  };
  const themes = (['system', 'light', 'dark'] as const).filter((theme) => theme !== settings.theme);
  return [
    ...themes.map((theme) => ({
      id: themeIds[theme],
      title: themeTitles[theme],
      group: 'Settings',
      keywords: ['colours', 'appearance'],
      run: () => change({ theme }),
    })),
    ...size(actionIds.textLarger, 'Larger text', at + 1, 'Mod++'),
    ...size(actionIds.textSmaller, 'Smaller text', at - 1, 'Mod+-'),
    ...size(actionIds.textNormal, 'Normal text size', textScales.indexOf(1), 'Mod+0'),
  ];
}
