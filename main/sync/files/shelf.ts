import type { FolderFiles } from './options.ts';

/** So many files are asked for at once. */
const part = 5000;
/** Milliseconds after which what was missing is looked for again: the page may have stored it. */
const lookAgain = 25_000;

/** Which of the files that a notebook names are in its folder. */
export class Shelf {
  readonly #folder: FolderFiles;
  #named: ReadonlySet<string> = new Set();
  readonly #asked = new Set<string>();
  readonly #missing = new Set<string>();
  #lookedAt = 0;

  constructor(folder: FolderFiles) {
    this.#folder = folder;
  }

  get named(): ReadonlySet<string> {
    return this.#named;
  }

  isHere(hash: string): boolean {
    return this.#asked.has(hash) && !this.#missing.has(hash);
  }

  /** How many of the named ones are here. */
  count(): number {
    let count = 0;
    for (const hash of this.#named) if (this.isHere(hash)) count += 1;
    return count;
  }

  /** Follows what is named, and asks for what is new. Gives a sentence where the folder does not answer. */
  async look(named: ReadonlySet<string>): Promise<string | null> {
    this.#named = named;
    const isTime = Date.now() - this.#lookedAt > lookAgain;
    const unknown = [...named].filter((hash) => !this.#asked.has(hash) || (isTime && this.#missing.has(hash)));
    if (isTime) this.#lookedAt = Date.now();
    for (let at = 0; at < unknown.length; at += part) {
      const problem = await this.#ask(unknown.slice(at, at + part));
      if (problem !== null) return problem;
    }
    return null;
  }

  /** Asks for one file as it is now. */
  async has(hash: string): Promise<boolean> {
    await this.#ask([hash]);
    return this.isHere(hash);
  }

  arrived(hash: string): void {
    this.#asked.add(hash);
    this.#missing.delete(hash);
  }

  lost(hash: string): void {
    this.#asked.add(hash);
    this.#missing.add(hash);
  }

  async #ask(hashes: readonly string[]): Promise<string | null> {
    const missing = await this.#folder.missing(hashes);
    if (!missing.ok) return missing.error.message;
    const gone = new Set(missing.value);
    for (const hash of hashes) {
      if (gone.has(hash)) this.lost(hash);
      else this.arrived(hash);
    }
    return null;
  }
}
