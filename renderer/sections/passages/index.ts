import type { SectionView } from '../../session/section-view.ts';
import { PassageDetail } from './PassageDetail.tsx';

/** Passages stand in their source's text and beside what they are evidence for: never on the page by themselves. */
export const passagesView: SectionView = { Panel: null, Detail: PassageDetail };
