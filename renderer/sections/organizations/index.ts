import { entryDetail } from '../../fields/index.ts';
import type { SectionView } from '../../session/section-view.ts';
import { OrganizationsPanel } from './OrganizationsPanel.tsx';

/** Organizations in the window. */
export const organizationsView: SectionView = { Panel: OrganizationsPanel, Detail: entryDetail('organizations') };
