import { err } from '../lib/result.ts';
import type { Err, Problem } from '../lib/result.ts';

/**
 * Why a file did not become a capture. `unknown-kind`: nothing that is read here; `broken`: it claims to be something and is not
 * whole; `timeout`, `cancelled`: reading took too long or was stopped.
 */
export const captureReasons = [
  'empty',
  'too-large',
  'unknown-kind',
  'encrypted',
  'broken',
  'timeout',
  'cancelled',
] as const;

/** A failure with a sentence that says what is wrong and what to do. */
export type CaptureProblem = Problem<(typeof captureReasons)[number]>;

/** Shorthand for a failure. */
export function problem(reason: CaptureProblem['reason'], message: string): Err<CaptureProblem> {
  return err({ reason, message });
}

/**
 * What a person should know of a capture that was read all the same. `no-text`: a scan, a page of pictures; `encoding`: letters
 * are guessed or missing.
 */
export type CaptureNote = Problem<'no-text' | 'encoding'>;

/** The most a captured file may be, in bytes. */
export const maxCaptureBytes = 200 * 1024 * 1024;

/** A size in words: “231 MiB”. */
export function sizeInWords(bytes: number): string {
  return `${String(Math.ceil(bytes / 1024 / 1024))} MiB`;
}
