// caught by: cruiser main-imports
export type { Doc } from 'yjs';
