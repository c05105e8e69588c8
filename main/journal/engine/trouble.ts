import type { JournalFailure } from '../../../shared/bridge/index.ts';
import type { Problem } from '../../../shared/lib/result.ts';

export type JournalProblem = Problem<JournalFailure>;

/** Carries an expected failure out of the depths of a transaction to the engine's door, which answers it as a Result. */
export class JournalTrouble extends Error {
  readonly problem: JournalProblem;

  constructor(problem: JournalProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** The file, or a part of it, is not what was written: what is still good has to be taken out of it. */
export class DamagedFile extends Error {}

/** The system's code of an error, such as `ENOSPC`; '' where it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
