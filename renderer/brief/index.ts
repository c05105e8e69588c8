export { base64Of } from './base64.ts';
export { draftToPrint, readBriefSettings, settingsKey } from './brief-settings.ts';
export type { BriefSettings } from './brief-settings.ts';
export { BriefView } from './BriefView.tsx';
export { chosenBrief } from './chosen-brief.ts';
