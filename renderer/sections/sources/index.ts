import type { SectionView } from '../../session/section-view.ts';
import { SourceDetail } from './SourceDetail.tsx';

export { SourcesView } from './SourcesView.tsx';

/** Sources in the window: a view of their own instead of a place on the page. */
export const sourcesView: SectionView = { Panel: null, Detail: SourceDetail };
