import { mkdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type * as v from 'valibot';
import type { LibraryProgress, methods } from '../../shared/bridge/index.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { needSpace } from '../journal/engine/disk.ts';
import type { Journals } from '../journal/engine/journals.ts';
import { explained } from '../journal/engine/sqlite.ts';
import { JournalTrouble } from '../journal/engine/trouble.ts';
import { checkContents, takeCopy } from './check-file.ts';
import { contentOf } from './export-notebook.ts';
import { addNotebook, mergeNotebook } from './import-file.ts';
import type { innerMethods } from './inner-methods.ts';
import { NotebookFile } from './notebook-file.ts';
import { type LibraryProblem, LibraryTrouble, noSuchFile } from './trouble.ts';
import type { Work } from './work.ts';
import { writeNotebookFile } from './write-notebook-file.ts';

type Table = typeof methods & typeof innerMethods;
type Served = `library.${'read' | 'add' | 'merge' | 'forget' | 'stop'}` | 'inner.check' | 'inner.export';

/** What the journal's process does with notebook files: those it writes, and those a person brought. */
export type FileMethods = {
  readonly [M in Served & keyof Table]: (
    args: v.InferOutput<Table[M]['args']>,
  ) => Promise<v.InferOutput<Table[M]['result']>>;
};

/** A file that was brought and checked: a private copy of it, open. */
interface Held {
  readonly file: NotebookFile;
  readonly path: string;
}

/** @param path the library folder @param tell hears how far long work is */
export function createFileMethods(
  { library, journalOf }: Pick<Journals, 'library' | 'journalOf'>,
  path: string,
  tell: (progress: LibraryProgress) => void,
): FileMethods {
  /** Where files lie while they are looked at, and notebooks while they are made: on the library's own disk. */
  const incoming = join(path, '.incoming');
  const held = new Map<string, Held>();
  let running = new AbortController();

  const work = (task: LibraryProgress['task']): Work => {
    running = new AbortController();
    return { signal: running.signal, progress: (done, total) => tell({ task, done, total }) };
  };

  const forget = async (file: string): Promise<void> => {
    const known = held.get(file);
    held.delete(file);
    known?.file.close();
    for (const left of ['', '-journal', '-wal', '.lock'])
      await rm(`${copyOf(file)}${left}`, { recursive: true, force: true });
  };
  const copyOf = (file: string): string => join(incoming, `${file}.copy`);

  const heldFile = (file: string): NotebookFile => {
    const known = held.get(file);
    if (known === undefined) throw new LibraryTrouble(noSuchFile);
    return known.file;
  };

  return {
    'inner.export': ({ notebook, path: to }) =>
      settled(path, async () => {
        const watched = work('export');
        const journal = journalOf(notebook);
        const title = library.labelIn(journal.folder)?.title ?? '';
        const content = await contentOf(journal, title, watched);
        const bytes = await writeNotebookFile(to, content, watched);
        return ok({ fileName: basename(to), bytes });
      }),
    'inner.check': ({ file, path: from, name }) =>
      settled(path, async () => {
        const watched = work('check');
        if (held.size === 0) await rm(incoming, { recursive: true, force: true });
        await mkdir(incoming, { recursive: true });
        await forget(file);
        try {
          const { size } = await stat(from).catch(() => ({ size: 0 }));
          needSpace(incoming, size);
          await takeCopy(from, copyOf(file), name, watched);
          const opened = new NotebookFile(copyOf(file), name);
          held.set(file, { file: opened, path: copyOf(file) });
          return ok(await checkContents(opened, size, watched));
        } catch (error) {
          await forget(file);
          throw error;
        }
      }),
    'library.read': ({ file, doc, after }) =>
      settled(path, () => {
        const { rows, more } = heldFile(file).rowsOf(doc, after);
        return ok({ rows: rows.map(({ nr: _, ...row }) => row), more });
      }),
    'library.add': ({ file, as }) =>
      settled(path, async () => {
        await addNotebook(heldFile(file), { library, aside: join(incoming, `${file}.new`), as }, work('import'));
        return ok(undefined);
      }),
    'library.merge': ({ file, notebook }) =>
      settled(path, async () => ok({ rows: await mergeNotebook(heldFile(file), journalOf(notebook), work('import')) })),
    'library.forget': async ({ file }) => {
      await forget(file);
      return undefined;
    },
    'library.stop': () => {
      running.abort();
      return Promise.resolve(undefined);
    },
  };
}

/** Answers what was expected to fail as a Result. */
async function settled<T, E>(
  path: string,
  doing: () => Result<T, E> | Promise<Result<T, E>>,
): Promise<Result<T, E | LibraryProblem>> {
  try {
    return await doing();
  } catch (error) {
    if (error instanceof LibraryTrouble) return err(error.problem);
    const found = explained(error, join(path, 'journal'));
    if (found instanceof JournalTrouble) return err(found.problem);
    throw error;
  }
}
