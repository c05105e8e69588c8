import type { SyncFiles } from '../../../shared/bridge/index.ts';

/** "12 of 40 files here, 3 waiting for a teammate". */
export function filesWords({ named, here, awaited }: Pick<SyncFiles, 'named' | 'here' | 'awaited'>): string {
  if (named === 0) return 'This notebook has no captures or pictures yet.';
  const count =
    here === named
      ? `${named === 1 ? 'The one file is' : `All ${named.toLocaleString('en')} files are`} here`
      : `${here.toLocaleString('en')} of ${named === 1 ? '1 file' : `${named.toLocaleString('en')} files`} here`;
  return awaited === 0 ? `${count}.` : `${count}, ${awaited.toLocaleString('en')} waiting for a teammate.`;
}
