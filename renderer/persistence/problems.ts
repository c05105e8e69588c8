import type { LoadProblem, SaveState } from './document-store.ts';

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

/** Why the latest edits are not stored, and what to do about it. */
export function saveFailure(error: unknown): SaveState & { readonly kind: 'failed' } {
  const name = error instanceof DOMException || error instanceof Error ? error.name : '';
  if (name === 'QuotaExceededError')
    return failed(
      'The disk is full. Free some space; Backstory keeps trying, and keeps your latest changes in memory.',
    );
  if (name === 'TimeoutError')
    return failed('This computer’s storage does not answer. Backstory keeps trying; do not close the window yet.');
  if (name === 'DataError')
    return failed(
      'What was written could not be found again. Backstory writes it once more; do not close the window yet.',
    );
  if (name === 'InvalidStateError')
    return failed(
      'This computer’s storage closed the notebook’s file. Backstory opens it again; do not close the window yet.',
    );
  const detail = error instanceof Error && error.message !== '' ? ` (${error.message})` : '';
  return failed(
    `This computer’s storage refused the change${detail}. Backstory keeps trying; do not close the window yet.`,
  );
}

function failed(message: string): SaveState & { readonly kind: 'failed' } {
  return { kind: 'failed', message };
}
