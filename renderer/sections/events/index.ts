import { entryDetail } from '../../fields/index.ts';
import type { SectionView } from '../../session/section-view.ts';
import { EventsPanel } from './EventsPanel.tsx';

export { eventMoves } from './event-moves.ts';

/** Events in the window. */
export const eventsView: SectionView = { Panel: EventsPanel, Detail: entryDetail('events') };
