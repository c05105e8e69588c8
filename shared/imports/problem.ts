import type { Problem } from '../lib/result.ts';

/** Why a file could not be read as a story. */
export type ImportReason =
  'empty' | 'too-large' | 'binary' | 'encoding' | 'no-heading' | 'other-kind' | 'bad-json' | 'too-deep';

/** What was found, what is safe, and what to do, in one message; nothing was imported. */
export interface ImportProblem extends Problem<ImportReason> {
  /** The readable text, where there is any: it can be kept as a source or as unsorted text. */
  readonly text?: string;
  /** Whether `text` has replacement characters where bytes could not be read. */
  readonly replaced?: true;
}
