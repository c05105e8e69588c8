import { act, render } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Bridge, Settings } from '../../shared/bridge/index.ts';
import { defaultSettings } from '../../shared/bridge/index.ts';
import { createMemoryBridge } from '../bridge/memory.ts';
import { SettingsProvider, useSettings } from './settings.tsx';
import type { SettingsAccess } from './settings.tsx';

it('a late answer to an earlier change does not take back a later one', async () => {
  const { bridge: quick } = createMemoryBridge();
  const answers: (() => void)[] = [];
  // The same bridge, but its answers come when the test lets them.
  const settings: Bridge['settings'] = {
    ...quick.settings,
    set: async (change) => {
      const told: Settings = await quick.settings.set(change);
      return new Promise((resolve) => answers.push(() => resolve(told)));
    },
  };
  let access: SettingsAccess | null = null;
  const Reader = (): null => {
    access = useSettings();
    return null;
  };
  render(
    <SettingsProvider bridge={{ ...quick, settings, on: () => () => undefined }} initial={defaultSettings}>
      <Reader />
    </SettingsProvider>,
  );
  const shown = (): number | undefined => access?.settings.textScale;
  await act(async () => {
    access?.change({ textScale: 1.1 });
    access?.change({ textScale: 1.25 });
    await Promise.resolve();
  });
  await act(async () => {
    answers[0]?.();
    await Promise.resolve();
  });
  expect(shown()).toBe(1.25);
  await act(async () => {
    answers[1]?.();
    await Promise.resolve();
  });
  expect(shown()).toBe(1.25);
});
