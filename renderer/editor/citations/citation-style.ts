import { remember, remembered } from '../../session/local-memory.ts';
import type { CitationStyle } from './open-citations.ts';

/** The styles in words, in the order they are offered. */
export const citationStyles: Readonly<Record<CitationStyle, string>> = {
  numeric: 'Numbers',
  'author-date': 'Author and date',
  notes: 'Notes',
};

/** Whether a chosen key is a style. */
export function isCitationStyle(key: unknown): key is CitationStyle {
  return typeof key === 'string' && Object.hasOwn(citationStyles, key);
}

/** The style a draft was last shown in on this computer; at first numbers. */
export function keptStyle(draft: string): CitationStyle {
  const kept = remembered(keyOf(draft));
  return isCitationStyle(kept) ? kept : 'numeric';
}

/** Remembers the style of a draft. */
export function keepStyle(draft: string, style: CitationStyle): void {
  remember(keyOf(draft), style);
}

const keyOf = (draft: string): string => `citations.style.${draft}`;
