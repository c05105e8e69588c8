import type { SectionView } from '../../session/section-view.ts';

export { EndPicker } from './EndPicker.tsx';
export { EvidenceFlow } from './EvidenceFlow.tsx';
export { EvidencePanel } from './EvidencePanel.tsx';
export { FieldPicker } from './FieldPicker.tsx';
export { targetEnds } from './find-ends.ts';
export { usualField } from './link-form.ts';

/** Evidence stands beside what it speaks to: never on the page by itself. */
export const evidenceView: SectionView = { Panel: null, Detail: null };
