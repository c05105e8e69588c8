import { useCallback, useState } from 'react';

/** Widths of the two side panels in CSS pixels, and whether the right one is wanted in a wide window. */
export interface PanelSizes {
  readonly contents: number;
  readonly details: number;
  readonly showDetails: boolean;
}

export const panelLimits = {
  contents: { min: 180, normal: 228, max: 380 },
  details: { min: 260, normal: 332, max: 560 },
} as const;

export type PanelName = keyof typeof panelLimits;

const storageKey = 'backstory.panels';

/** A width within the panel's limits. */
export function fittingWidth(panel: PanelName, width: number): number {
  const { min, max } = panelLimits[panel];
  return Math.round(Math.min(max, Math.max(min, width)));
}

/** The sizes out of what was stored, whatever that is. */
export function readSizes(stored: string | null): PanelSizes {
  const raw = parsed(stored);
  const width = (panel: PanelName): number => {
    const value = raw[panel];
    return typeof value === 'number' && Number.isFinite(value) ? fittingWidth(panel, value) : panelLimits[panel].normal;
  };
  return { contents: width('contents'), details: width('details'), showDetails: raw['showDetails'] !== false };
}

function parsed(stored: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(stored ?? '{}');
    // Looked at key by key, each with its type.
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** The remembered sizes, and how to change them. */
export function usePanelSizes(): readonly [PanelSizes, (change: Partial<PanelSizes>) => void] {
  const [sizes, setSizes] = useState(() => readSizes(localStorage.getItem(storageKey)));
  const change = useCallback((changed: Partial<PanelSizes>) => {
    setSizes((before) => {
      const next = { ...before, ...changed };
      localStorage.setItem(storageKey, JSON.stringify(next));
      return next;
    });
  }, []);
  return [sizes, change];
}
