import MiniSearch from 'minisearch';
import type { SearchResult } from 'minisearch';
import { foldWord, wordsOf } from './fold.ts';
import { phraseOf, standsIn } from './phrase.ts';
import type { Phrase } from './phrase.ts';
import type { SearchRecord } from './records.ts';
import { markWords, snippet } from './snippet.ts';
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

/** How many of the best are looked at closely: for whole phrases, snippets and marks. */
const closeLook = 50;
/** How far down a phrase is looked for that stands in none of those. */
const farLook = 2000;

/**
 * Search over everything of a notebook: MiniSearch (BM25, prefixes, misspellings) and a check for whole phrases on its
 * best answers. docs/adr/0009 has the reasons. Runs in a worker; has no state but the index.
 */
export class SearchEngine {
  readonly #records = new Map<string, SearchRecord>();
  readonly #index = new MiniSearch<SearchRecord>({
    idField: 'key',
    fields: ['names', 'body'],
    tokenize: wordsOf,
    processTerm: foldWord,
    autoVacuum: { minDirtCount: 200, minDirtFactor: 0.1, batchSize: 200, batchWait: 10 },
    searchOptions: {
      boost: { names: 2.5 },
      // A short word is mostly the beginning of one still being typed; a typo in it would match nearly anything.
      prefix: (_term, index, terms) => index === terms.length - 1,
      fuzzy: (term) => (term.length > 3 && !/^\d+$/.test(term) ? 0.2 : false),
      maxFuzzy: 2,
      weights: { fuzzy: 0.35, prefix: 0.6 },
    },
  });

  get size(): number {
    return this.#records.size;
  }

  /** Adds records, or puts new versions in the place of old ones. */
  put(records: readonly SearchRecord[]): void {
    for (const record of records) {
      const known = this.#records.has(record.key);
      this.#records.set(record.key, record);
      if (known) this.#index.replace(record);
      else this.#index.add(record);
    }
  }

  /** Takes records out; unknown keys are no error. */
  remove(keys: readonly string[]): void {
    for (const key of keys) if (this.#records.delete(key)) this.#index.discard(key);
  }

  /** The best hits for what was typed, best first. Quoted words must stand together. */
  search(query: string, limit = 50): SearchAnswer {
    const phrases = [...query.matchAll(/["“”]([^"“”]+)["“”]/g)].flatMap((match) => phraseOf(match[1] ?? '', 1) ?? []);
    const found = this.#index.search(query);
    const matching =
      phrases.length === 0
        ? found
        : found.filter((result) => phrases.every((phrase) => hasAll(result, phrase) && this.#contains(result, phrase)));
    const best = this.#byPhrase(matching, query, limit);
    return { hits: best.slice(0, limit).flatMap((result) => this.#hit(result)), total: matching.length };
  }

  /**
   * Records in which the words stand together as typed come first; the order stays otherwise. Beyond the best, only
   * records that have every word as typed are looked at: a phrase of common words may stand in any of them.
   */
  #byPhrase(results: readonly SearchResult[], query: string, limit: number): readonly SearchResult[] {
    const phrase = phraseOf(query);
    const near = results.slice(0, Math.max(closeLook, limit));
    if (phrase === null) return near;
    const together = near.filter((result) => mayHold(result, phrase) && this.#contains(result, phrase));
    if (together.length === 0) {
      const whole = results.slice(near.length, farLook).filter((result) => hasAll(result, phrase));
      together.push(...whole.filter((result) => this.#contains(result, phrase)));
    }
    const first = new Set(together);
    return [...together, ...near.filter((result) => !first.has(result))];
  }

  #contains(result: SearchResult, phrase: Phrase): boolean {
    const record = this.#record(result);
    return record !== undefined && (standsIn(record.names, phrase) || standsIn(record.body, phrase));
  }

  #hit(result: SearchResult): readonly SearchHit[] {
    const record = this.#record(result);
    if (record === undefined) return [];
    const terms = new Set(result.terms);
    const piece = snippet(record.body, terms);
    return [
      {
        key: record.key,
        kind: record.kind,
        id: record.id,
        title: markWords(record.title, terms),
        snippet: piece,
        find: (piece ?? markWords(record.title, terms)).find((part) => part.marked)?.text ?? '',
      },
    ];
  }

  #record(result: SearchResult): SearchRecord | undefined {
    // The index was built with `key` as its id field, which is a string.
    return this.#records.get(result.id as string);
  }
}

/** Whether each word of a phrase stands in the record exactly as typed, not only something like it. */
function hasAll({ terms }: SearchResult, { words }: Phrase): boolean {
  return words.every((word) => terms.includes(word));
}

/** The same, but the last word may still be the beginning of one. Spares the texts: reading them is what takes long. */
function mayHold({ terms }: SearchResult, { words }: Phrase): boolean {
  const last = words.at(-1) ?? '';
  return words.slice(0, -1).every((word) => terms.includes(word)) && terms.some((term) => term.startsWith(last));
}
