import type { AddProblem, LoadProblem, SaveState } from './document-store.ts';
import type { JournalProblem } from './journal-link.ts';

/** The sentences of this room: what happened, what is safe, what to do. */

export const missing: LoadProblem = {
  reason: 'missing',
  message: 'Its content could not be found on this computer. Nothing was changed.',
};

export const inUse: LoadProblem = {
  reason: 'in-use',
  message: 'It is open in another window of Backstory. Close it there, or go on working in that window.',
};

/** @param seconds how long nothing moved */
export function timedOut(seconds: number): LoadProblem {
  return {
    reason: 'timeout',
    message: `This computer’s storage did not answer for ${seconds} seconds, so it was not opened. Nothing was changed. Try again; if it goes on, restart Backstory.`,
  };
}

/** @param bad how many of `all` stored rows cannot be read; 0 where the database itself cannot be opened */
export function unreadable(bad: number, all: number, detail = ''): LoadProblem {
  const found =
    bad > 0
      ? `${bad} of its ${all} stored changes cannot be read`
      : all > 0
        ? 'a stored change that later ones build on is missing'
        : `this computer’s storage cannot open it${detail === '' ? '' : ` (${detail})`}`;
  return {
    reason: 'unreadable',
    message: `It was not opened because ${found}. Nothing was changed or deleted; what is stored is kept as it is.`,
  };
}

/** The journal cannot be opened, and nothing else has the document. */
export function unreached(problem: JournalProblem): LoadProblem {
  return {
    reason: problem.reason === 'newer-format' ? 'newer-format' : 'unreadable',
    message: `It was not opened. ${problem.message}`,
  };
}

/** The journal does not answer. */
export const silent: JournalProblem = {
  reason: 'unavailable',
  message: 'The notebook’s file does not answer. Backstory keeps trying.',
};

/**
 * Why the latest edits are not saved. The journal's own sentences say what to do about it.
 * @param elsewhere whether the window's own storage has what the journal has not
 */
export function notSaved(problem: JournalProblem, elsewhere: boolean): SaveState & { readonly kind: 'failed' } {
  const kept = elsewhere
    ? 'Until then your latest changes are kept in this window’s own storage.'
    : 'Do not close the window yet: your latest changes are in memory only.';
  return { kind: 'failed', message: `${problem.message} ${kept}` };
}

/** @param count how many of a teammate's updates cannot be read */
export function notRead(count: number): AddProblem {
  const what = count === 1 ? 'A change of a teammate' : `${count} changes of a teammate`;
  return { reason: 'unreadable', message: `${what} could not be read and was left out. Nothing else was changed.` };
}

/** What a person is told about how a document was opened. */
export const notices = {
  copyMade:
    'This window’s own storage had lost this notebook, or could not be read. Everything was restored from the library folder.',
  journalMade:
    'The notebook’s file in the library folder was missing. It was made again from this window’s own storage.',
  journalCompleted:
    'The notebook’s file in the library folder lacked some changes. They were added from this window’s own storage.',
  partLost: (count: number): string =>
    count === 1
      ? 'One change that was not saved yet could not be read and was left out.'
      : `${count} changes that were not saved yet could not be read and were left out.`,
} as const;
