import type { Bridge, BroughtFile, FileContents } from '../../../shared/bridge/index.ts';
import { metaMap, storyMap } from '../../../shared/story/document.ts';
import type { DocumentStore } from '../../persistence/document-store.ts';
import type { Library } from '../../persistence/library.ts';
import { withNotebook } from '../../persistence/notebook-documents.ts';
import type { OpenNotebook } from '../../session/session-context.ts';
import type { Looked } from './look-into.ts';

/** What importing a notebook needs from the window around it. */
export interface FileServices {
  readonly bridge: Pick<Bridge, 'library' | 'on'>;
  readonly library: Library;
  readonly store: DocumentStore;
  /** Shows a notebook in the window; null where it could not be opened. */
  open(id: string): Promise<OpenNotebook | null>;
  /** Closes the notebook that is shown; resolves when everything is stored. */
  close(): Promise<void>;
  say(message: string): void;
  look(library: Bridge['library'], file: string, contents: FileContents): Promise<Looked>;
}

/** A file that was found good. */
export interface GoodFile extends BroughtFile {
  readonly contents: FileContents;
  readonly title: string;
}

/** What the window asks or shows. */
export type FileStage =
  | { readonly kind: 'checking' | 'importing'; readonly name: string; readonly progress: Progress | null }
  | { readonly kind: 'problem'; readonly name: string; readonly message: string }
  /** The notebook is on this computer already: `own` is how it is called here. */
  | { readonly kind: 'known'; readonly file: GoodFile; readonly own: string; readonly isTrashed: boolean };

interface Progress {
  readonly done: number;
  readonly total: number;
}

/**
 * Brings in notebooks that come as files, one after another. Nothing is written before a file was checked to its last byte and looked into,
 * and nothing is left of one that does not come off.
 */
export class NotebookFiles {
  readonly #services: FileServices;
  readonly #listeners = new Set<() => void>();
  #stage: FileStage | null = null;
  #queue: readonly BroughtFile[] = [];

  constructor(services: FileServices) {
    this.#services = services;
  }

  stage(): FileStage | null {
    return this.#stage;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Follows how far the work is. Returns the way to stop. */
  follow(): () => void {
    return this.#services.bridge.on('library.progress', ({ task, done, total }) => {
      const stage = this.#stage;
      if (stage?.kind !== 'checking' && stage?.kind !== 'importing') return;
      if (task === (stage.kind === 'checking' ? 'check' : 'import'))
        this.#show({ ...stage, progress: { done, total } });
    });
  }

  /** Brings a file; it waits for the one that is being imported. */
  add(file: BroughtFile): void {
    this.#queue = [...this.#queue, file];
    if (this.#stage === null) void this.#next();
  }

  /** Says why a file could not even be taken. */
  refuse(name: string, message: string): void {
    if (this.#stage === null) this.#show({ kind: 'problem', name, message });
    else this.#services.say(message);
  }

  /** Ends what is on the screen, without any trace where something was being done, and goes on with what waits. */
  cancel(): void {
    const stage = this.#stage;
    // Whoever checks or imports notices, and goes on.
    if (stage?.kind === 'checking' || stage?.kind === 'importing') void this.#services.bridge.library.stop();
    else void this.#leave(stage?.kind === 'known' ? stage.file.file : null);
  }

  /** Brings the file's changes into the notebook that is here. A backup is made before. */
  async merge(): Promise<void> {
    const stage = this.#stage;
    if (stage?.kind !== 'known') return;
    const { file, own, isTrashed } = stage;
    const { bridge, library, store, open, close, say } = this.#services;
    const id = file.contents.notebook;
    await this.#guarded(file, async () => {
      if (isTrashed) library.restore(id);
      const before = await open(id);
      if (before === null) return `“${own}” could not be opened. Nothing was imported.`;
      await before.session.flush();
      await store.backUp(id);
      await close();
      const merged = await bridge.library.merge({ file: file.file, notebook: id });
      await open(id);
      if (!merged.ok) return merged.error.reason === 'cancelled' ? null : merged.error.message;
      const { rows } = merged.value;
      say(
        rows === 0 ? `“${own}” has everything that is in the file already.` : `${changes(rows)} brought into “${own}”.`,
      );
      return null;
    });
  }

  /** Makes a notebook of its own of the file, beside the one that is here. */
  async keepSeparate(): Promise<void> {
    const stage = this.#stage;
    if (stage?.kind === 'known') await this.#guarded(stage.file, () => this.#make(stage.file, crypto.randomUUID()));
  }

  async #next(): Promise<void> {
    const [file, ...rest] = this.#queue;
    this.#queue = rest;
    if (file === undefined) this.#show(null);
    else await this.#check(file);
  }

  async #check(file: BroughtFile): Promise<void> {
    const { bridge, library, look } = this.#services;
    this.#show({ kind: 'checking', name: file.name, progress: null });
    const checked = await bridge.library.check({ file: file.file });
    if (!checked.ok) {
      if (checked.error.reason === 'cancelled') await this.#leave(file.file);
      else await this.#fail(file, checked.error.message);
      return;
    }
    const looked = await look(bridge.library, file.file, checked.value);
    if (!looked.ok) {
      await this.#fail(file, `“${file.name}” cannot be opened: ${looked.error}. Nothing was imported.`);
      return;
    }
    const good: GoodFile = { ...file, contents: checked.value, title: looked.value.title };
    await library.healed;
    const id = checked.value.notebook;
    const trashed = library.trashed().find((one) => one.id === id);
    const own = trashed ?? library.notebooks().find((one) => one.id === id);
    if (own === undefined) await this.#guarded(good, () => this.#make(good, null));
    else this.#show({ kind: 'known', file: good, own: own.title, isTrashed: trashed !== undefined });
  }

  /** Makes the notebook and opens it. Gives why that did not come off; null where it did, or was stopped. */
  async #make(file: GoodFile, as: string | null): Promise<string | null> {
    const { bridge, library, store, open, say } = this.#services;
    const id = as ?? file.contents.notebook;
    const release = library.reserve(id);
    const added = await bridge.library.add({ file: file.file, as });
    if (!added.ok) {
      release();
      return added.error.reason === 'cancelled' ? null : added.error.message;
    }
    if (as !== null) {
      const renamed = await withNotebook(store, id, (doc) =>
        doc.transact(() => {
          metaMap(doc).set('notebook', id);
          storyMap(doc).set('title', `${file.title} (copy)`.trim());
        }),
      );
      if (!renamed.ok) {
        await library.discard(id);
        return `${renamed.error.message} Nothing was imported.`;
      }
    }
    const opened = await open(id);
    if (opened === null) {
      // It is there all the same: the list finds it.
      release();
      return 'The notebook was imported and could not be opened.';
    }
    library.finish(id, opened.session.reader);
    say(`“${opened.session.reader.story().fields.title || file.name}” was imported.`);
    return null;
  }

  /** Shows that something is being done, and what came of it. */
  async #guarded(file: BroughtFile, work: () => Promise<string | null>): Promise<void> {
    this.#show({ kind: 'importing', name: file.name, progress: null });
    const problem = await work().catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
    if (problem === null) await this.#leave(file.file);
    else await this.#fail(file, problem);
  }

  async #fail({ file, name }: BroughtFile, message: string): Promise<void> {
    await this.#services.bridge.library.forget({ file });
    this.#show({ kind: 'problem', name, message });
  }

  async #leave(file: string | null): Promise<void> {
    if (file !== null) await this.#services.bridge.library.forget({ file });
    await this.#next();
  }

  #show(stage: FileStage | null): void {
    this.#stage = stage;
    for (const listener of [...this.#listeners]) listener();
  }
}

function changes(count: number): string {
  return count === 1 ? 'One change was' : `${count.toLocaleString('en-GB')} changes were`;
}
