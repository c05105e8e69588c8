import { entryDetail } from '../../fields/index.ts';
import type { SectionView } from '../../session/section-view.ts';
import { ScenariosPanel } from './ScenariosPanel.tsx';

/** Scenarios in the window. */
export const scenariosView: SectionView = { Panel: ScenariosPanel, Detail: entryDetail('scenarios') };
