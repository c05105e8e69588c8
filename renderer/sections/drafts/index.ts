import { entryDetail } from '../../fields/index.ts';
import type { SectionView } from '../../session/section-view.ts';

/** Drafts in the window: they have a view of their own, so the page shows none of them. */
export const draftsView: SectionView = { Panel: null, Detail: entryDetail('drafts') };
