import type { SectionView } from '../../session/section-view.ts';

/** Contradictions have a view of their own, the ledger: never a place on the page. */
export const contradictionsView: SectionView = { Panel: null, Detail: null };
