import { dirname } from 'node:path';
import { diskFull, fileInUse, gone, readOnly } from './problems.ts';
import { codeOf, JournalTrouble } from './trouble.ts';

/** What an error of the system means for a file of the library; null where that is not known. */
export function systemTrouble(error: unknown, path: string): JournalTrouble | null {
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new JournalTrouble(diskFull);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new JournalTrouble(readOnly(dirname(path)));
    case 'EBUSY':
    case 'ETXTBSY':
      return new JournalTrouble(fileInUse);
    case 'ENOENT':
    case 'ENOTDIR':
      return new JournalTrouble(gone);
    default:
      return null;
  }
}
