import type { SectionKind } from '../../shared/story/sections.ts';
import { annotationsView } from '../sections/annotations/index.ts';
import { contextsView } from '../sections/contexts/index.ts';
import { draftsView } from '../sections/drafts/index.ts';
import { eventsView } from '../sections/events/index.ts';
import { indicatorsView } from '../sections/indicators/index.ts';
import { organizationsView } from '../sections/organizations/index.ts';
import { peopleView } from '../sections/people/index.ts';
import { scenariosView } from '../sections/scenarios/index.ts';
import { unsortedView } from '../sections/unsorted/index.ts';
import type { SectionView } from '../session/section-view.ts';

/** Kinds that stand beside what they are about, or have a view of their own: never on the page, never chosen. */
const unseen: SectionView = { Panel: null, Detail: null };

/** What the window shows of every section, one line each. A kind that is missing here does not compile. */
export const sections: Readonly<Record<SectionKind, SectionView>> = {
  annotations: annotationsView,
  contexts: contextsView,
  drafts: draftsView,
  events: eventsView,
  evidence: unseen,
  indicators: indicatorsView,
  organizations: organizationsView,
  passages: unseen,
  people: peopleView,
  scenarios: scenariosView,
  sources: unseen,
  unsorted: unsortedView,
};

/** The view of any kind; null where only a newer version knows it. */
export function sectionView(kind: string): SectionView | null {
  return new Map<string, SectionView>(Object.entries(sections)).get(kind) ?? null;
}
