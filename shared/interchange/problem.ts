import type { Problem } from '../lib/result.ts';

/** Why nothing could be read of a file. */
export type InterchangeReason =
  'empty' | 'too-large' | 'binary' | 'encoding' | 'unknown-format' | 'bad-json' | 'too-deep' | 'too-many' | 'no-record';

/** Why nothing of a file was imported, as a sentence. */
export type InterchangeProblem = Problem<InterchangeReason>;

/** A record that could not be read, or of which something could not be; the others go on. */
export interface RecordProblem {
  /** 1-based line in the file; 0 where it is about the whole file. */
  readonly line: number;
  readonly message: string;
}

/** Wraps up a reason, and says what became of the file. */
export function refusal(reason: InterchangeReason, found: string): InterchangeProblem {
  return { reason, message: `${found} Nothing was imported.` };
}
