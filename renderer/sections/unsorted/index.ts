import { entryDetail } from '../../fields/index.ts';
import type { SectionView } from '../../session/section-view.ts';
import { UnsortedPanel } from './UnsortedPanel.tsx';

/** Unsorted text in the window. */
export const unsortedView: SectionView = { Panel: UnsortedPanel, Detail: entryDetail('unsorted') };
