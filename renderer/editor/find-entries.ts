import Fuse from 'fuse.js';
import type { StoryReader } from '../../shared/story/reading/reader.ts';
import type { EntryRef } from '../../shared/story/ref.ts';
import { isSectionKind, sectionList } from '../../shared/story/sections.ts';
import type { SectionKind } from '../../shared/story/sections.ts';

/** An entry that can be referred to, as it is called now. */
export interface FoundEntry {
  readonly ref: EntryRef;
  readonly title: string;
  /** "Event" */
  readonly what: string;
}

/** How many are offered at once. */
const most = 8;

/** What one writes about. Drafts are written, and notes and links are about other entries. */
const kinds: readonly SectionKind[] = sectionList
  .filter((section) => section.attached !== true && section.kind !== 'drafts')
  .map((section) => section.kind)
  .filter(isSectionKind);

/** Finds entries by what they are called, misspelt or not. The titles are gathered anew only when an entry has changed. */
export class EntryFinder {
  readonly #reader: StoryReader;
  #versions = '';
  #entries: readonly FoundEntry[] = [];
  #fuse: Fuse<FoundEntry> | null = null;

  constructor(reader: StoryReader) {
    this.#reader = reader;
  }

  /** The best matches first; without words, the first people, organizations, events … as they stand. */
  find(words: string): readonly FoundEntry[] {
    this.#refresh();
    const query = words.trim();
    if (query === '') return this.#entries.slice(0, most);
    return (this.#fuse?.search(query, { limit: most }) ?? []).map(({ item }) => item);
  }

  #refresh(): void {
    const versions = kinds.map((kind) => this.#reader.version(kind)).join(' ');
    if (this.#fuse !== null && versions === this.#versions) return;
    this.#versions = versions;
    this.#entries = kinds.flatMap((kind) => {
      const what = sectionList.find((section) => section.kind === kind)?.names.one ?? '';
      return this.#reader
        .ids(kind)
        .map((id) => ({ ref: { kind, id }, title: this.#reader.titleOf({ kind, id }) ?? '', what }));
    });
    this.#fuse = new Fuse(this.#entries, {
      keys: ['title'],
      threshold: 0.35,
      ignoreLocation: true,
      minMatchCharLength: 1,
    });
  }
}
