import type { SectionKind } from '../../shared/story/sections.ts';
import type { SectionView } from '../session/section-view.ts';

/** Attached to other entries, or without a place of their own in the window. */
const unseen: SectionView = { Panel: null, Detail: null };

/** What the window shows of every section, one line each. A kind that is missing here does not compile. */
export const sections = {
  annotations: unseen,
  contexts: unseen,
  drafts: unseen,
  events: unseen,
  evidence: unseen,
  indicators: unseen,
  organizations: unseen,
  passages: unseen,
  people: unseen,
  scenarios: unseen,
  sources: unseen,
  unsorted: unseen,
} as const satisfies Record<SectionKind, SectionView>;

/** The view of any kind; null where only a newer version knows it. */
export function sectionView(kind: string): SectionView | null {
  return Object.hasOwn(sections, kind) ? sections[kind as SectionKind] : null;
}
