import type { SearchRecord } from './records.ts';
import type { Marked } from './snippet.ts';
/** One hit, ready to show. */
export interface SearchHit {
  readonly key: string;
  readonly kind: string;
  readonly id: string;
  readonly title: Marked;
  /** A piece of the body around the match; null where the title says it all. */
  readonly snippet: Marked | null;
  /** The words as they stand in the record, to find them again where one lands. */
  readonly find: string;
}
export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  /** How many records matched in all. */
  readonly total: number;
}
/**
 * Search over everything of a notebook: MiniSearch (BM25, prefixes, misspellings) and a check for whole phrases on its
 * best answers. docs/adr/0006 has the measurements behind the choice. Runs in a worker; has no state but the index.
 */
export declare class SearchEngine {
  #private;
  get size(): number;
  /** Adds records, or puts new versions in the place of old ones. */
  put(records: readonly SearchRecord[]): void;
  /** Takes records out; unknown keys are no error. */
  remove(keys: readonly string[]): void;
  /** The best hits for what was typed, best first. Quoted words must stand together. */
  search(query: string, limit?: number): SearchAnswer;
}
