export { NotebookSharing } from './NotebookSharing.tsx';
export type { Person } from './person.ts';
export { SharingNote } from './SharingNote.tsx';
export { SharingStatus } from './status/SharingStatus.tsx';
export { useMissing } from './use-missing.ts';
export { useShareWords } from './use-share-words.ts';

/** Not part of the first picture. */
export const loadJoinHost = async () => (await import('./JoinHost.tsx')).JoinHost;
