// caught by: cruiser yjs-only-in-document-commands-reading
export type { Doc } from 'yjs';
