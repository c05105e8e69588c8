import type { JournalNotice } from '../../../shared/bridge/index.ts';
import type { JournalProblem } from './trouble.ts';

/** The sentences of the journal: what happened, what is safe, what to do. */

export const gone: JournalProblem = {
  reason: 'gone',
  message:
    'Its folder is not in the library any more. What is open is kept in memory and will be written to a new folder.',
};

export const noSuchRow: JournalProblem = {
  reason: 'gone',
  message: 'The journal does not hold this change. Nothing was changed.',
};

export const noSuchSnapshot: JournalProblem = {
  reason: 'gone',
  message: 'This backup is not in the notebook’s folder any more. The notebook itself is not affected.',
};

export const unavailable: JournalProblem = {
  reason: 'unavailable',
  message:
    'The part of Backstory that writes the journal has just been restarted. What was saved is safe; it is asked again.',
};

/** @param folder as the user sees it */
export function readOnly(folder: string): JournalProblem {
  return {
    reason: 'read-only',
    message: `Backstory may not write to the folder “${folder}”. Nothing was changed there; allow writing to it, or choose another library folder.`,
  };
}

export const diskFull: JournalProblem = {
  reason: 'disk-full',
  message: 'The disk is full. Everything saved so far is safe; free some space, and Backstory goes on saving.',
};

/** @param host the computer that holds it; null where it is this one */
export function libraryInUse(folder: string, host: string | null): JournalProblem {
  const who = host === null ? 'Another Backstory' : `Backstory on the computer “${host}”`;
  return {
    reason: 'locked',
    message: `${who} has the library folder “${folder}” open. Nothing was changed; close it there, and this one goes on saving.`,
  };
}

export const fileInUse: JournalProblem = {
  reason: 'locked',
  message:
    'Another program holds the notebook’s file. Nothing was changed; close that program, and Backstory goes on saving.',
};

export const newerFormat: JournalProblem = {
  reason: 'newer-format',
  message: 'Its file was written by a newer version of Backstory. Nothing was changed; update Backstory to open it.',
};

export const lockedLibrary: JournalProblem = {
  reason: 'encrypted',
  message: 'The library is encrypted and locked. Nothing was changed; start Backstory again and unlock it.',
};

export const converting: JournalProblem = {
  reason: 'locked',
  message: 'The library is just being encrypted, or its encryption taken off. Nothing was changed.',
};

export const sealedFile: JournalProblem = {
  reason: 'encrypted',
  message:
    'It is encrypted, and this library is not. Nothing was changed; put its folder back into the library it was encrypted in.',
};

export const otherKey: JournalProblem = {
  reason: 'encrypted',
  message:
    'It was encrypted under another key than this library’s. Nothing was changed; put its folder back into the library it was encrypted in.',
};

export const plainFile: JournalProblem = {
  reason: 'encrypted',
  message: 'It is not encrypted, and this library is. Nothing was changed; start Backstory again, and it is encrypted.',
};

export const damagedSnapshot: JournalProblem = {
  reason: 'failed',
  message: 'This backup is damaged and cannot be used. The notebook and its other backups are not affected.',
};

/** Anything else. @param detail the system's own words */
export function failed(detail: string): JournalProblem {
  return {
    reason: 'failed',
    message: `The journal could not do it (${detail}). What was saved is safe; Backstory tries again.`,
  };
}

const keptAside = 'The damaged file is kept in the notebook’s folder.';

/** @param lost how many changes could not be read; null where nothing could */
export function salvaged(lost: number | null): JournalNotice {
  if (lost === null)
    return {
      kind: 'salvaged',
      message: `Nothing in the notebook’s journal could be read, so a new one was begun; its history starts now. ${keptAside}`,
    };
  if (lost === 0)
    return {
      kind: 'salvaged',
      message: `The notebook’s journal was damaged and was put right; nothing is lost. ${keptAside}`,
    };
  return rowsLost(lost, ` ${keptAside}`);
}

/** @param lost how many changes */
export function rowsLost(lost: number, more = ''): JournalNotice {
  const changes = lost === 1 ? 'One change' : `${lost} changes`;
  return {
    kind: 'rows-damaged',
    message: `${changes} in the notebook’s journal could not be read and ${lost === 1 ? 'is' : 'are'} missing from its history.${more}`,
  };
}

export const missingJournal: JournalNotice = {
  kind: 'missing',
  message: 'The notebook’s folder had no journal any more, so a new one was begun. Its history starts now.',
};

/** @param free bytes */
export function diskLow(free: number): JournalNotice {
  const left = free < 1024 * 1024 * 1024 ? `${Math.floor(free / (1024 * 1024))} MB` : '1 GB';
  return {
    kind: 'disk-low',
    message: `The disk has only ${left} left. Everything is saved; free some space soon.`,
  };
}

/** @param service its name, such as “Dropbox” */
export function cloudFolder(service: string): JournalNotice {
  return {
    kind: 'cloud-folder',
    message: `The library folder is inside ${service}, which may copy the notebook’s file while it is being written. Open it on one computer at a time, or choose another library folder.`,
  };
}
