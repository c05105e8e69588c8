import { entryDetail } from '../../fields/index.ts';
import type { SectionView } from '../../session/section-view.ts';
import { PeoplePanel } from './PeoplePanel.tsx';

/** People in the window. */
export const peopleView: SectionView = { Panel: PeoplePanel, Detail: entryDetail('people') };
