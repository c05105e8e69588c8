import { entryDetail } from '../../fields/index.ts';
import type { SectionView } from '../../session/section-view.ts';
import { EventsPanel } from './EventsPanel.tsx';

/** Events in the window. */
export const eventsView: SectionView = { Panel: EventsPanel, Detail: entryDetail('events') };
