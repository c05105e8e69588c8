import type { Part } from './parts.ts';

/** A point in time as written, before what is left out is filled in. Null is what the words do not say. */
export type Written =
  | { readonly kind: 'day'; readonly year: number | null; readonly month: number | null; readonly day: number }
  | { readonly kind: 'month'; readonly year: number | null; readonly month: number; readonly part: Part | null }
  | { readonly kind: 'season'; readonly year: number | null; readonly season: number; readonly part: Part | null }
  | { readonly kind: 'year'; readonly year: number; readonly part: Part | null }
  | { readonly kind: 'decade'; readonly first: number; readonly part: Part | null }
  | { readonly kind: 'century'; readonly first: number; readonly part: Part | null }
  /** Some day or month inside a month or year: "a day in January 2026". */
  | { readonly kind: 'within'; readonly unit: 'day' | 'month'; readonly year: number; readonly month: number | null };

/** Something read, and the index of the token after it; null where nothing can be read. */
export type Match<T> = { readonly value: T; readonly next: number } | null;
