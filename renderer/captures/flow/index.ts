/** How sources come into a notebook: brought, read, confirmed, added. */
export { AddSourcesFlow } from './AddSourcesFlow.tsx';
export type { AddSources } from './AddSourcesFlow.tsx';
export { broughtContent, broughtFile, broughtText } from './brought.ts';
export type { Brought } from './brought.ts';
export { detectedFields } from './details.ts';
