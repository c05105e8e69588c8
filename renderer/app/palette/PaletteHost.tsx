import { lazy, Suspense, useEffect, useState } from 'react';
import { useActions } from '../../session/actions.ts';
import { actionIds } from '../action-ids.ts';
import type { FindEntries } from './palette-items.ts';

const loadPalette = () => import('./Palette.tsx');
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }));

/** Opens the command palette. Without `findEntries` (at home) it holds actions only. */
export function PaletteHost({ findEntries }: { readonly findEntries?: FindEntries }) {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    // Loaded before it is wanted: who presses the keys types on at once.
    const idle = requestIdleCallback(() => void loadPalette());
    return () => cancelIdleCallback(idle);
  }, []);
  useActions([
    {
      id: actionIds.palette,
      title: 'Search or run a command',
      group: 'Go to',
      shortcut: 'Mod+K',
      run: () => setOpen(true),
    },
  ]);
  if (!isOpen) return null;
  return (
    <Suspense>
      <Palette {...(findEntries === undefined ? {} : { findEntries })} onClose={() => setOpen(false)} />
    </Suspense>
  );
}
