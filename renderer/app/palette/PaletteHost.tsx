import { lazy, Suspense, useState } from 'react';
import { useActions } from '../../session/actions.ts';
import { actionIds } from '../action-ids.ts';
import type { PaletteItem } from './palette-items.ts';

/** Finds entries of the open notebook for the palette, best first. */
export type FindEntries = (query: string) => Promise<readonly PaletteItem[]>;

const Palette = lazy(async () => ({ default: (await import('./Palette.tsx')).Palette }));

/** Opens the command palette. Without `findEntries` (at home) it holds actions only. */
export function PaletteHost({ findEntries }: { readonly findEntries?: FindEntries }) {
  const [isOpen, setOpen] = useState(false);
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
