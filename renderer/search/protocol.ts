import type { SearchAnswer } from '../../shared/search/engine.ts';
import type { SearchRecord } from '../../shared/search/records.ts';

/** What the window says to the search worker. */
export type ToWorker =
  | { readonly type: 'put'; readonly records: readonly SearchRecord[] }
  | { readonly type: 'remove'; readonly keys: readonly string[] }
  | { readonly type: 'query'; readonly serial: number; readonly text: string; readonly limit: number };

/** What the worker answers; `serial` is the question's. */
export interface FromWorker {
  readonly serial: number;
  readonly answer: SearchAnswer;
}
