import type { SectionKind } from '../../shared/story/sections.ts';
import { annotationsView } from '../sections/annotations/index.ts';
import { contextsView } from '../sections/contexts/index.ts';
import { contradictionsView } from '../sections/contradictions/index.ts';
import { draftsView } from '../sections/drafts/index.ts';
import { eventsView } from '../sections/events/index.ts';
import { indicatorsView } from '../sections/indicators/index.ts';
import { organizationsView } from '../sections/organizations/index.ts';
import { peopleView } from '../sections/people/index.ts';
import { evidenceView } from '../sections/evidence/index.ts';
import { passagesView } from '../sections/passages/index.ts';
import { scenariosView } from '../sections/scenarios/index.ts';
import { sourcesView } from '../sections/sources/index.ts';
import { unsortedView } from '../sections/unsorted/index.ts';
import { voicesView } from '../sections/voices/index.ts';
import type { SectionView } from '../session/section-view.ts';

/** What the window shows of every section, one line each. A kind that is missing here does not compile. */
export const sections: Readonly<Record<SectionKind, SectionView>> = {
  annotations: annotationsView,
  contexts: contextsView,
  contradictions: contradictionsView,
  drafts: draftsView,
  events: eventsView,
  evidence: evidenceView,
  indicators: indicatorsView,
  organizations: organizationsView,
  passages: passagesView,
  people: peopleView,
  scenarios: scenariosView,
  sources: sourcesView,
  unsorted: unsortedView,
  voices: voicesView,
};

/** The view of any kind; null where only a newer version knows it. */
export function sectionView(kind: string): SectionView | null {
  return new Map<string, SectionView>(Object.entries(sections)).get(kind) ?? null;
}
