import type { StoryReader } from '../../../shared/story/reading/reader.ts';
import { sectionList } from '../../../shared/story/sections.ts';
import { wordsToCheck } from './words-to-check.ts';

/** Every word of what people and organizations are called is a name, capital or not. */
const named: ReadonlySet<string> = new Set(['people', 'organizations']);

/** The names of a notebook: what its entries are called is never misspelt. Read again only after a change. */
export class KnownNames {
  readonly #reader: StoryReader;
  #words: ReadonlySet<string> | null = null;

  constructor(reader: StoryReader) {
    this.#reader = reader;
  }

  /** Told after each change until the returned function is called. */
  onChange(listener: () => void): () => void {
    const stop = this.#reader.onChange(() => {
      this.#words = null;
      listener();
    });
    return stop;
  }

  /** Whether a word, also in the genitive, is part of a name. */
  has(word: string): boolean {
    this.#words ??= this.#read();
    return this.#words.has(word) || this.#words.has(word.replace(/'s?$/, ''));
  }

  #read(): ReadonlySet<string> {
    const words = new Set<string>();
    const take = (text: string, isName: boolean): void => {
      for (const { word } of wordsToCheck(text)) if (isName || /^\p{Lu}/u.test(word)) words.add(word);
    };
    take(this.#reader.story().fields.title, false);
    for (const section of sectionList) {
      // What stands for itself has a name; of a note or a loose line the title is its first words.
      if (section.attached === true || section.kind === 'unsorted') continue;
      // A kind of the list is one the reader knows.
      for (const id of this.#reader.ids(section.kind as Parameters<StoryReader['ids']>[0])) {
        const entry = this.#reader.entry(section.kind, id);
        if (entry === undefined) continue;
        take(section.title(entry.fields), named.has(section.kind));
        for (const name of section.nameFields) {
          const field = section.fields[name];
          if (field !== undefined) take(field.plain(entry.fields[name]), named.has(section.kind));
        }
      }
    }
    return words;
  }
}
