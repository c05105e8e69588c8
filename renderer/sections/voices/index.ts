import type { SectionView } from '../../session/section-view.ts';
import { VoiceDetail } from './VoiceDetail.tsx';
import { VoicesPanel } from './VoicesPanel.tsx';

/** Voices from history in the window. */
export const voicesView: SectionView = { Panel: VoicesPanel, Detail: VoiceDetail };
