import type { ComponentType } from 'react';

/** What the window shows of a section. `renderer/app/sections.ts` has one for every kind. */
export interface SectionView {
  /** The section's part of the Story view, edited in place; null for kinds without a place on the page. */
  readonly Panel: ComponentType | null;
  /** Everything about one entry, for the right panel; null for kinds that are never chosen. */
  readonly Detail: ComponentType<{ readonly id: string }> | null;
}
