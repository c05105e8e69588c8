import type { SearchRecord } from '../../shared/search/records.ts';
import { below, pick, seeded } from './random.ts';
import type { Random } from './random.ts';

/** A made-up large notebook: 10,000 events, 2,000 people and organizations, 500 sources of about 8,400 characters. */
export interface Corpus {
  readonly records: readonly SearchRecord[];
  readonly events: readonly SearchRecord[];
  readonly names: readonly SearchRecord[];
  readonly sources: readonly SearchRecord[];
}

const syllables =
  'ba be bi bo ca ce co da de di do fa fe fo ga ge go ha he ho ka ke ko la le li lo ma me mi mo na ne no pa pe po ra re ri ro sa se si so ta te ti to va ve vi vo za zo'.split(
    ' ',
  );
const endings = ['n', 'r', 's', 't', 'l', 'th', 'nd', 'st', 'rk', ''];

/** About 14,800 distinct words, the frequent ones first and short. */
function vocabulary(random: Random): readonly string[] {
  const words = new Set<string>();
  while (words.size < 14_800) {
    const count = words.size < 300 ? 2 : 2 + below(random, 3);
    let word = '';
    for (let index = 0; index < count; index += 1) word += pick(random, syllables);
    words.add(word + pick(random, endings));
  }
  return [...words];
}

/** Words with the frequencies of natural text (Zipf): the n-th word about 1/n as often as the first. */
function sentence(random: Random, words: readonly string[], length: number): string {
  const chosen: string[] = [];
  for (let index = 0; index < length; index += 1) {
    chosen.push(words[Math.floor(words.length ** random()) - 1] ?? words[0] ?? '');
  }
  return chosen.join(' ');
}

/** A rarer word: titles and names are made of them. */
function telling(random: Random, words: readonly string[]): string {
  return words[300 + below(random, words.length - 300)] ?? '';
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** The same corpus for the same seed. */
export function corpus(seed: number): Corpus {
  const random = seeded(seed);
  const words = vocabulary(random);
  const title = (): string =>
    capital(
      [telling(random, words), sentence(random, words, 2), telling(random, words), sentence(random, words, 1)].join(
        ' ',
      ),
    );
  const record = (kind: string, index: number, name: string, body: string): SearchRecord => ({
    key: `${kind}/${index}`,
    kind,
    id: String(index),
    title: name,
    names: name,
    body,
  });
  const events = Array.from({ length: 10_000 }, (_, index) =>
    record('events', index, title(), `${sentence(random, words, 18)}. ${capital(sentence(random, words, 20))}.`),
  );
  const names = Array.from({ length: 2_000 }, (_, index) =>
    record(
      'people',
      index,
      `${capital(telling(random, words))} ${capital(telling(random, words))}`,
      sentence(random, words, 12),
    ),
  );
  const sources = Array.from({ length: 500 }, (_, index) =>
    record(
      'sources',
      index,
      title(),
      Array.from({ length: 70 }, () => `${capital(sentence(random, words, 17))}.`).join(' '),
    ),
  );
  return { records: [...events, ...names, ...sources], events, names, sources };
}

/** A question whose right answer is known. */
export interface KnownItem {
  readonly kind: 'prefix' | 'title words' | 'title typo' | 'name typo' | 'description' | 'phrase';
  readonly query: string;
  readonly key: string;
}

/** 40 questions of each of the five classes that relevance is measured by. */
export function knownItems(of: Corpus, seed: number): readonly KnownItem[] {
  const random = seeded(seed);
  const items: KnownItem[] = [];
  for (let index = 0; index < 40; index += 1) {
    const titled = pick(random, of.events);
    items.push({ kind: 'title words', query: some(random, wordsIn(titled.names), 3).join(' '), key: titled.key });
    const mistyped = pick(random, of.events);
    items.push({ kind: 'title typo', query: withTypo(random, wordsIn(mistyped.names)).join(' '), key: mistyped.key });
    const named = pick(random, of.names);
    items.push({ kind: 'name typo', query: withTypo(random, wordsIn(named.names)).join(' '), key: named.key });
    const described = pick(random, of.events);
    items.push({ kind: 'description', query: some(random, wordsIn(described.body), 6).join(' '), key: described.key });
    const quoted = pick(random, of.sources);
    const body = wordsIn(quoted.body);
    const from = below(random, body.length - 5);
    items.push({ kind: 'phrase', query: body.slice(from, from + 5).join(' '), key: quoted.key });
  }
  return items;
}

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[a-z]+/g) ?? [];
}

/** Some of the words, in order, the longer ones first: what a person remembers. */
function some(random: Random, words: readonly string[], count: number): readonly string[] {
  const remembered = new Set(
    [...words.keys()]
      .sort((a, b) => (words[b]?.length ?? 0) + random() - ((words[a]?.length ?? 0) + random()))
      .slice(0, count),
  );
  return words.filter((_, index) => remembered.has(index));
}

/** The words with one letter of the longest replaced. */
function withTypo(random: Random, words: readonly string[]): readonly string[] {
  const longest = [...words].sort((a, b) => b.length - a.length)[0] ?? '';
  const at = 1 + below(random, Math.max(1, longest.length - 2));
  return words.map((word) => (word === longest ? `${word.slice(0, at)}x${word.slice(at + 1)}` : word));
}
