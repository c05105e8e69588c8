import type { LibraryFailure } from '../../shared/bridge/index.ts';
import type { Problem } from '../../shared/lib/result.ts';

export type LibraryProblem = Problem<LibraryFailure>;

/** Carries an expected failure out of the depths of the work to its door, which answers it as a Result. */
export class LibraryTrouble extends Error {
  readonly problem: LibraryProblem;

  constructor(problem: LibraryProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** @param name the file's bare name @param why what was found, as the end of a sentence */
export function notANotebook(name: string, why: string): LibraryTrouble {
  return new LibraryTrouble({
    reason: 'not-a-notebook',
    message: `“${name}” is not a notebook of Backstory: ${why}. Nothing was imported.`,
  });
}

/** @param why what was found, as the end of a sentence */
export function damagedFile(name: string, why: string): LibraryTrouble {
  return new LibraryTrouble({
    reason: 'damaged',
    message: `“${name}” is damaged: ${why}. Nothing was imported. If there is another copy of the file, try that one.`,
  });
}

export function newerFile(name: string): LibraryTrouble {
  return new LibraryTrouble({
    reason: 'newer-format',
    message: `“${name}” was written by a newer version of Backstory. Update Backstory to open it; nothing was imported.`,
  });
}

/** A journal out of an encrypted library. */
export function sealedJournal(name: string): LibraryTrouble {
  return new LibraryTrouble({
    reason: 'encrypted',
    message: `“${name}” is part of an encrypted library. Export the notebook in Backstory and use that file; nothing was imported.`,
  });
}

/** @param bytes what it has */
export function tooLargeFile(name: string, bytes: number): LibraryTrouble {
  const size = `${Math.round(bytes / 1024 ** 3)} GiB`;
  return new LibraryTrouble({
    reason: 'too-large',
    message: `“${name}” has ${size}. A notebook file may have 16 GiB at most, so it was not read.`,
  });
}

export const stopped: LibraryProblem = { reason: 'cancelled', message: 'It was stopped. Nothing was changed.' };

export const nothingChosen: LibraryProblem = { reason: 'cancelled', message: 'Nothing was chosen.' };

export const noSuchFile: LibraryProblem = {
  reason: 'unavailable',
  message: 'The file has to be brought once more: Backstory has just been restarted. Nothing was imported.',
};

export const noSuchFolder: LibraryProblem = {
  reason: 'gone',
  message: 'The folder could not be shown: it is not there, or the system has no program for it.',
};

export const inTheWay: LibraryProblem = {
  reason: 'in-the-way',
  message: 'There is a folder of this notebook in the library already. Nothing was imported.',
};

export const sameFolder: LibraryProblem = {
  reason: 'in-the-way',
  message: 'The library is in this folder already. Nothing was changed.',
};

export const overlapping: LibraryProblem = {
  reason: 'in-the-way',
  message:
    'This folder lies inside the library, or the library inside it. Choose one apart from it; nothing was changed.',
};

export const otherwiseEncrypted: LibraryProblem = {
  reason: 'in-the-way',
  message:
    'There is a library in this folder that is encrypted in another way, or not at all, so the two cannot be joined. Choose an empty folder; nothing was changed.',
};

/** @param name the folder's bare name */
export function notEmpty(name: string): LibraryProblem {
  return {
    reason: 'in-the-way',
    message: `“${name}” holds other things. Choose an empty folder, or make a new one in it; nothing was changed.`,
  };
}
