import type { CaptureHint, CaptureProblem, ReadCapture } from '../../../shared/captures/index.ts';
import type { Result } from '../../../shared/lib/result.ts';

/** What a file became, or why nothing came of it. */
export type Extracted = Result<ReadCapture, CaptureProblem>;

/** A page to be looked at: markup without harm. */
export type Original = Result<string, CaptureProblem>;

/** What the worker is asked; the bytes are its own copy. */
export interface ToExtractor {
  readonly task: 'read' | 'original';
  readonly bytes: Uint8Array;
  readonly hint: CaptureHint;
}

/** What the worker answers: how far it is, in pages, then the outcome. */
export type FromExtractor =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'read'; readonly outcome: Extracted }
  | { readonly kind: 'original'; readonly outcome: Original };
