import { entryDetail } from '../../fields/index.ts';
import type { SectionView } from '../../session/section-view.ts';
import { ContextsPanel } from './ContextsPanel.tsx';

/** Historical contexts in the window. */
export const contextsView: SectionView = { Panel: ContextsPanel, Detail: entryDetail('contexts') };
