import { entryDetail } from '../../fields/index.ts';
import type { SectionView } from '../../session/section-view.ts';
import { IndicatorsPanel } from './IndicatorsPanel.tsx';

/** Key indicators in the window. */
export const indicatorsView: SectionView = { Panel: IndicatorsPanel, Detail: entryDetail('indicators') };
