import type { SectionView } from '../../session/section-view.ts';

export { EvidenceFlow } from './EvidenceFlow.tsx';
export { EvidencePanel } from './EvidencePanel.tsx';

/** Evidence stands beside what it speaks to: never on the page by itself. */
export const evidenceView: SectionView = { Panel: null, Detail: null };
