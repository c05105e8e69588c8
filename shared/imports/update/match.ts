import type { Entry, EntryDraft } from '../../story/entry.ts';
import { normalised } from '../../story/section.ts';
import type { AnySection } from '../../story/sections.ts';
import { completeValues } from '../story-json/values.ts';
import { countsDiffer, likeness, WordIndex } from './similarity.ts';
import type { Words } from './similarity.ts';

/** From here on two names are taken for the same thing, from there on they may be. */
const sure = 0.8;
const possible = 0.5;
/** Descriptions at least this long that are word for word the same show that only the title was changed. */
const tellingLength = 40;

export interface Matches {
  /** The matched entry of every draft; undefined where there is none. */
  readonly of: readonly (Entry | undefined)[];
  /** For drafts without a match: an entry nobody else matched that it may be about. */
  readonly maybe: readonly (Entry | undefined)[];
}

interface Named {
  readonly identity: string;
  readonly words: Words;
  readonly prose: string;
}

/** Pairs drafts with entries of their kind: by id, by identity, by likeness. No entry is taken twice. */
export function matchEntries(section: AnySection, drafts: readonly EntryDraft[], entries: readonly Entry[]): Matches {
  const names = drafts.map(({ fields }) => named(section, completeValues(section.fields, fields)));
  const existing = entries.map(({ fields }) => named(section, fields));
  const of = new Array<Entry | undefined>(drafts.length).fill(undefined);
  const free = new Set(entries.keys());
  const take = (at: number, place: number | undefined): void => {
    if (place === undefined || of[at] !== undefined || !free.delete(place)) return;
    of[at] = entries[place];
  };
  const isTaken = (at: number): boolean => of[at] !== undefined;
  const byId = new Map(entries.map(({ id }, place) => [id, place]));
  drafts.forEach(({ id }, at) => take(at, id === undefined ? undefined : byId.get(id)));
  takeSame(names, existing, (name) => name.identity, free, isTaken, take);
  takeSame(names, existing, tellingProse, free, isTaken, take);
  const pairs = likePairs(names, existing, of, free);
  for (const { at, place } of pairs.filter((pair) => pair.score >= sure && !pair.counts)) take(at, place);
  const maybe = new Array<Entry | undefined>(drafts.length).fill(undefined);
  const offered = new Set<number>();
  for (const { at, place } of pairs) {
    if (of[at] !== undefined || maybe[at] !== undefined || !free.has(place) || offered.has(place)) continue;
    offered.add(place);
    maybe[at] = entries[place];
  }
  return { of, maybe };
}

/** Pairs what has the same text, the first with the first where several have it. */
function takeSame(
  names: readonly Named[],
  existing: readonly Named[],
  textOf: (name: Named) => string,
  free: ReadonlySet<number>,
  isTaken: (at: number) => boolean,
  take: (at: number, place: number | undefined) => void,
): void {
  const places = new Map<string, number[]>();
  for (const place of free) {
    const name = existing[place];
    const text = name === undefined ? '' : textOf(name);
    if (text === '') continue;
    const waiting = places.get(text);
    if (waiting === undefined) places.set(text, [place]);
    else waiting.push(place);
  }
  const used = new Map<string, number>();
  names.forEach((name, at) => {
    if (isTaken(at)) return;
    const text = textOf(name);
    const next = used.get(text) ?? 0;
    take(at, places.get(text)?.[next]);
    used.set(text, next + 1);
  });
}

interface Pair {
  readonly at: number;
  readonly place: number;
  readonly score: number;
  readonly counts: boolean;
}

/** Pairs that are alike, best first. */
function likePairs(
  names: readonly Named[],
  existing: readonly Named[],
  of: readonly (Entry | undefined)[],
  free: ReadonlySet<number>,
): readonly Pair[] {
  const index = new WordIndex();
  for (const place of free) index.add(place, existing[place]?.words ?? []);
  const pairs: Pair[] = [];
  names.forEach(({ words }, at) => {
    if (of[at] !== undefined) return;
    for (const place of index.near(words)) {
      const other = existing[place]?.words ?? [];
      const score = likeness(words, other);
      if (score >= possible) pairs.push({ at, place, score, counts: countsDiffer(words, other) });
    }
  });
  return pairs.sort((a, b) => b.score - a.score || a.at - b.at || a.place - b.place);
}

/** The description, where it tells an entry from others: a long one, or any where there is no name. */
function tellingProse({ identity, prose }: Named): string {
  return identity === '' || prose.length >= tellingLength ? prose : '';
}

function named(section: AnySection, fields: Entry['fields']): Named {
  const identity = section.identity(fields);
  const prose = Object.entries(section.fields)
    .filter(([, field]) => field.type === 'prose')
    .map(([name, field]) => normalised(field.plain(fields[name])))
    .reduce((longest, text) => (text.length > longest.length ? text : longest), '');
  return { identity, words: identity === '' ? [] : identity.split(' '), prose };
}
