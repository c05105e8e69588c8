import Fuse from 'fuse.js';
import { mayBeEvidence, mayBeTarget } from '../../shared/story/evidence-ends.ts';
import type { StoryReader } from '../../shared/story/reading/reader.ts';
import type { EntryRef } from '../../shared/story/ref.ts';
import { isSectionKind, section, sectionList } from '../../shared/story/sections.ts';
import type { SectionKind } from '../../shared/story/sections.ts';

/** An entry that can be referred to, as it is called now. */
export interface FoundEntry {
  readonly ref: EntryRef;
  readonly title: string;
  /** "Event"; of a passage its source too. */
  readonly what: string;
}

/** Naming it in the text, or citing it. */
export type Way = 'refer' | 'cite';

/** What can be done with an entry, the usual way first: sources and passages are cited, people and events are named. */
export function waysOf({ ref }: Pick<FoundEntry, 'ref'>): readonly [Way, ...Way[]] {
  if (ref.kind === 'passages') return ['cite'];
  if (mayBeEvidence(ref)) return ['cite', 'refer'];
  return mayBeTarget(ref) ? ['refer', 'cite'] : ['refer'];
}

/** How many are offered at once. */
const most = 8;

/** What one writes about, and passages. Drafts are written, and notes and links are about other entries. */
const kinds: readonly SectionKind[] = [
  ...sectionList
    .filter(({ attached, kind }) => attached !== true && kind !== 'drafts')
    .map(({ kind }) => kind)
    .filter(isSectionKind),
  'passages',
];

/** Finds entries by what they are called, misspelt or not. The titles are gathered anew only when an entry has changed. */
export class EntryFinder {
  readonly #reader: StoryReader;
  #versions = '';
  #entries: readonly FoundEntry[] = [];
  #fuse: Fuse<FoundEntry> | null = null;

  constructor(reader: StoryReader) {
    this.#reader = reader;
  }

  /** The best matches first; without words, the first people, organizations, events … as they stand. To cite: passages, the latest first, and sources. */
  find(words: string, way: Way = 'refer'): readonly FoundEntry[] {
    this.#refresh();
    const query = words.trim();
    if (way === 'refer') {
      if (query === '') return this.#entries.slice(0, most);
      return (this.#fuse?.search(query, { limit: most }) ?? []).map(({ item }) => item);
    }
    const found = query === '' ? this.#entries : (this.#fuse?.search(query) ?? []).map(({ item }) => item);
    const citable = found.filter((entry) => waysOf(entry).includes('cite'));
    if (query !== '') return citable.slice(0, most);
    const first = (kind: string): readonly FoundEntry[] => citable.filter(({ ref }) => ref.kind === kind);
    const others = citable.filter(({ ref }) => !mayBeEvidence(ref));
    return [...first('passages').toReversed(), ...first('sources'), ...others].slice(0, most);
  }

  #refresh(): void {
    const versions = kinds.map((kind) => this.#reader.version(kind)).join(' ');
    if (this.#fuse !== null && versions === this.#versions) return;
    this.#versions = versions;
    this.#entries = kinds.flatMap((kind) => {
      const one = section(kind).names.one;
      return this.#reader.ids(kind).flatMap((id) => {
        const source = kind === 'passages' ? this.#sourceOf(id) : '';
        // A passage of a source that is not here leads nowhere.
        if (source === null) return [];
        const what = source === '' ? one : `${one}, ${source}`;
        return [{ ref: { kind, id }, title: this.#reader.titleOf({ kind, id }) ?? '', what }];
      });
    });
    this.#fuse = new Fuse(this.#entries, {
      keys: ['title'],
      threshold: 0.35,
      ignoreLocation: true,
      minMatchCharLength: 1,
    });
  }
  /** What the source of a passage is called; null where it is not here. */
  #sourceOf(passage: string): string | null {
    const source = this.#reader.entry('passages', passage)?.fields.source ?? null;
    return source === null ? null : this.#reader.titleOf(source);
  }
}
