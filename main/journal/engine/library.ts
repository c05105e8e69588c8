import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { flushFolder, writeWhole } from './disk.ts';
import { closedLabel, type Label, labelName, labelOf, titleIn } from './label.ts';
import { folderNames, hiddenFolder } from './library-folders.ts';
import { notebookIn } from './salvage.ts';
import { journalName } from './schema.ts';
import type { Vault } from './seal.ts';

const isHidden = (id: string) => /^library(?:-\d+)?$/.test(id);

/** A file-safe part of a title: no path, nothing that Windows or a shell stumbles over. Sixty characters at most. */
function fileSafe(title: string): string {
  const bare = Array.from(title.normalize('NFC').replace(/[\p{C}<>:"/\\|?*\s]+/gu, ' '));
  const short = bare
    .slice(0, 60)
    .join('')
    .replace(/^[. ]+|[. ]+$/g, '');
  return short === '' ? 'Untitled' : short;
}

/** The name a notebook's folder is made with; it is found again by what it says, not by this. */
export function folderName(notebook: string, title: string): string {
  return isHidden(notebook) ? join(hiddenFolder, notebook) : `${fileSafe(title)} ${notebook.slice(0, 8)}`;
}

/** The folders of a library. In an encrypted one they are called after their notebooks' ids alone. */
export class LibraryFolder {
  readonly path: string;
  readonly vault: Vault | null;
  readonly #found = new Map<string, string>();

  constructor(path: string, vault: Vault | null = null) {
    this.path = path;
    this.vault = vault;
  }

  /** The name a notebook's folder is made with. */
  nameFor(notebook: string, title: string): string {
    return this.vault === null || isHidden(notebook) ? folderName(notebook, title) : notebook;
  }

  /** What a folder says of itself, its title readable; null where it says nothing that can be understood. */
  labelIn(folder: string): Label | null {
    const label = labelOf(folder);
    return label && { ...label, title: titleIn(label, this.vault?.sealOf(label.id) ?? null) };
  }

  /** The folder of a notebook, wherever its name has gone; null where there is none. */
  find(notebook: string): string | null {
    if (isHidden(notebook)) {
      const folder = join(this.path, folderName(notebook, ''));
      return labelOf(folder) === null ? null : folder;
    }
    const known = this.#found.get(notebook);
    if (known !== undefined && labelOf(known)?.id === notebook) return known;
    const suffix = ` ${notebook.slice(0, 8)}`;
    // The likely one first; a copy that somebody made of the folder comes last.
    const names = this.#names().sort((a, b) => Number(b.endsWith(suffix)) - Number(a.endsWith(suffix)));
    for (const name of names) {
      const folder = join(this.path, name);
      if (labelOf(folder)?.id !== notebook) continue;
      this.#found.set(notebook, folder);
      return folder;
    }
    return this.#findUnlabelled(notebook, names);
  }

  /** A folder whose label is lost or damaged is known by its journal, and labelled again. */
  #findUnlabelled(notebook: string, names: readonly string[]): string | null {
    for (const name of names) {
      const folder = join(this.path, name);
      const journal = join(folder, journalName);
      if (labelOf(folder) !== null || !existsSync(journal) || notebookIn(journal) !== notebook) continue;
      const title = this.vault === null ? name.replace(/ [\w.-]{1,8}$/, '') : '';
      this.label(folder, { format: 1, id: notebook, title, docs: [] });
      this.#found.set(notebook, folder);
      return folder;
    }
    return null;
  }

  /** Makes a notebook's folder, labelled. */
  make(notebook: string, title: string): string {
    const wanted = join(this.path, this.nameFor(notebook, title));
    let folder = wanted;
    // Another notebook's folder may have that name: half an id is not unique.
    for (let more = 2; ![null, notebook].includes(labelOf(folder)?.id ?? null); more += 1) folder = `${wanted} ${more}`;
    mkdirSync(folder, { recursive: true });
    this.label(folder, { format: 1, id: notebook, title, docs: [] });
    flushFolder(dirname(folder));
    if (dirname(folder) !== this.path) flushFolder(this.path);
    this.#found.set(notebook, folder);
    return folder;
  }

  /**
   * Calls a folder after its notebook's title where it was made before there was one. Nothing in it may be open. A name that somebody
   * gave it stays.
   */
  settleName(notebook: string): void {
    const folder = isHidden(notebook) || this.vault !== null ? null : this.find(notebook);
    const title = folder === null ? '' : (labelOf(folder)?.title ?? '');
    if (folder === null || basename(folder) !== folderName(notebook, '')) return;
    const wanted = join(this.path, folderName(notebook, title));
    if (existsSync(wanted)) return;
    try {
      renameSync(folder, wanted);
      flushFolder(this.path);
      this.#found.set(notebook, wanted);
    } catch {
      // Another program looks into it: it gets its name the next time.
    }
  }

  /** Writes what a folder says of itself. */
  label(folder: string, label: Label): void {
    const closed = closedLabel(label, this.vault?.sealOf(label.id) ?? null);
    writeWhole(join(folder, labelName), `${JSON.stringify(closed, null, 2)}\n`);
  }

  /** Every notebook's folder, by what it says of itself; the first of several that say the same. */
  list(): readonly { readonly folder: string; readonly label: Label }[] {
    const found = new Map<string, { folder: string; label: Label }>();
    for (const name of this.#names()) {
      const folder = join(this.path, name);
      const label = this.labelIn(folder);
      if (label === null || isHidden(label.id)) continue;
      if (!found.has(label.id) || this.#found.get(label.id) === folder) found.set(label.id, { folder, label });
    }
    return [...found.values()];
  }

  /** Removes a notebook's folder for good. It loses its name first, so that no half of it is ever found. */
  remove(folder: string): void {
    const aside = join(dirname(folder), `.removed-${basename(folder)}-${process.pid}`);
    renameSync(folder, aside);
    flushFolder(dirname(folder));
    rmSync(aside, { recursive: true, force: true });
  }

  #names(): string[] {
    return folderNames(this.path);
  }
}
