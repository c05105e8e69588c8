import type * as Y from 'yjs';
import { draftIdOf } from '../../../shared/story/document.ts';
import { draftPictures } from '../../../shared/story/reading/draft-pictures.ts';
import { captureHashes } from '../../../shared/story/reading/named-files.ts';
import { StoryReader } from '../../../shared/story/reading/reader.ts';
import type { InnerDocuments } from '../../../shared/sync/room/session.ts';
import { isFileHash } from './manifest.ts';

interface Watched {
  /** Null from a change of the document to the next question. */
  hashes: readonly string[] | null;
  readonly stop: () => void;
}

/** The files that a notebook's documents name: captures, their readings, pictures of drafts, those in the trash included. */
export class NamedFiles {
  readonly #notebook: string;
  readonly #inner: InnerDocuments;
  readonly #onChange: () => void;
  readonly #reader: StoryReader;
  readonly #watched = new Map<string, Watched>();

  /** @param onChange called after each change of a document that is known */
  constructor(notebook: string, inner: InnerDocuments, onChange: () => void) {
    this.#notebook = notebook;
    this.#inner = inner;
    this.#onChange = onChange;
    this.#reader = new StoryReader(inner.get(notebook));
  }

  /** Whether there is a document that was not there when they were read. */
  hasNew(): boolean {
    return this.#inner.ids().some((id) => !this.#watched.has(id) && draftIdOf(this.#notebook, id) !== null);
  }

  /** All of them, each once. Only documents that changed are read again. */
  read(): ReadonlySet<string> {
    const named = new Set<string>();
    const drafts = this.#inner.ids().filter((id) => draftIdOf(this.#notebook, id) !== null);
    for (const id of [this.#notebook, ...drafts]) {
      const watched = this.#watch(id);
      watched.hashes ??= this.#hashesOf(id);
      for (const hash of watched.hashes) named.add(hash);
    }
    return named;
  }

  close(): void {
    this.#reader.dispose();
    for (const { stop } of this.#watched.values()) stop();
  }

  #hashesOf(id: string): readonly string[] {
    const hashes = id === this.#notebook ? captureHashes(this.#reader) : draftPictures(this.#inner.get(id));
    return hashes.filter(isFileHash);
  }

  #watch(id: string): Watched {
    const known = this.#watched.get(id);
    if (known !== undefined) return known;
    const doc: Y.Doc = this.#inner.get(id);
    const hear = (): void => {
      watched.hashes = null;
      this.#onChange();
    };
    doc.on('update', hear);
    const watched: Watched = { hashes: null, stop: () => doc.off('update', hear) };
    this.#watched.set(id, watched);
    return watched;
  }
}
