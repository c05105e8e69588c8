import MiniSearch from 'minisearch';
import type { SearchRecord } from '../../shared/search/records.ts';

/** The named peer: MiniSearch with its usual settings, and a check for the whole phrase on its 50 best. */
export class PeerSearch {
  readonly #index = new MiniSearch<SearchRecord>({ idField: 'key', fields: ['names', 'body'] });
  readonly #bodies = new Map<string, string>();

  addAll(records: readonly SearchRecord[]): void {
    this.#index.addAll(records);
    for (const record of records) this.#bodies.set(record.key, `${record.names}\n${record.body}`.toLowerCase());
  }

  /** The keys of the ten best. */
  search(query: string): readonly string[] {
    const found = this.#index.search(query, { prefix: true, fuzzy: 0.2, boost: { names: 2 } }).slice(0, 50);
    // The index's ids are the records' keys.
    const keys = found.map((result) => result.id as string);
    const phrase = query.toLowerCase();
    const together = keys.filter((key) => this.#bodies.get(key)?.includes(phrase));
    return [...together, ...keys.filter((key) => !together.includes(key))].slice(0, 10);
  }
}
