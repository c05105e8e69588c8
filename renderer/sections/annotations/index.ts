import type { SectionView } from '../../session/section-view.ts';

export { NotesPanel } from './NotesPanel.tsx';

/** Notes have no place on the page and are never chosen themselves: they stand beside what they are about. */
export const annotationsView: SectionView = { Panel: null, Detail: null };
