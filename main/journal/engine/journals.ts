import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type * as v from 'valibot';
import type { Head, JournalNotice, MethodName, methods, NewRow, ResultOf } from '../../../shared/bridge/index.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import type { Result } from '../../../shared/lib/result.ts';
import { cloudServiceOf } from './cloud-folder.ts';
import { freeBytes } from './disk.ts';
import { finishConversions } from './finish-conversions.ts';
import { takeLibraryLock } from './library-lock.ts';
import type { LibraryLock } from './library-lock.ts';
import { isEncrypted } from './key-file.ts';
import { LibraryFolder } from './library.ts';
import { NotebookJournal } from './notebook-journal.ts';
import { cloudFolder, converting, diskLow, gone, lockedLibrary } from './problems.ts';
import type { Vault } from './seal.ts';
import { listSnapshots, readSnapshot, writeSnapshot } from './snapshots.ts';
import { explained } from './sqlite.ts';
import { spaceOf, type SpaceWatch } from './space.ts';
import { JournalTrouble } from './trouble.ts';
import type { JournalProblem } from './trouble.ts';

type JournalMethod = Extract<MethodName, `journal.${string}`>;

/** The journals of one library folder. */
export interface Journals {
  /** The work behind the bridge's `journal.*` methods, each answering with a Result. */
  readonly methods: { readonly [M in JournalMethod]: (args: Checked<M>) => Promise<ResultOf<M>> };
  readonly library: LibraryFolder;
  /** The journal of a notebook, opened if need be. Throws `JournalTrouble`. */
  readonly journalOf: (notebook: string) => NotebookJournal;
  /** Takes the library's lock; false where another process has it. */
  readonly tryHold: () => boolean;
  /** Closes all notebooks and does something with their files; until that is over, calls are refused. Throws `JournalTrouble`. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  /** Stores what waits, closes everything and lets the lock go. */
  readonly end: () => void;
}

type Checked<M extends MethodName> = v.InferOutput<(typeof methods)[M]['args']>;

interface Waiting {
  readonly rows: readonly NewRow[];
  readonly answer: (result: Result<Head[], JournalProblem>) => void;
}

/** What opening had no time to check is checked in slices, in milliseconds. */
const checkSlice = 8;
const checkPause = 200;

/**
 * The journals of all notebooks in one library folder. A notebook is opened by the first call that names it: after this
 * process was restarted the page goes on as if nothing had happened.
 * @param space is asked to look with every opening and every write
 * @param vault the key of an encrypted library; null where it is not encrypted, or locked
 */
export function createJournals(
  path: string,
  space: SpaceWatch = { look: () => undefined },
  vault: Vault | null = null,
): Journals {
  const library = new LibraryFolder(path, vault);
  const sealOf = (notebook: string) => vault?.sealOf(notebook) ?? null;
  const open = new Map<string, NotebookJournal>();
  const waiting = new Map<string, Waiting[]>();
  let lock: LibraryLock | null = null;
  let isConverting = false;

  const hold = () => {
    if (lock === null) {
      mkdirSync(path, { recursive: true });
      lock = takeLibraryLock(path);
      finishConversions(path);
    }
    if (isConverting) throw new JournalTrouble(converting);
    // Nothing plain is ever written into an encrypted library.
    if (vault === null && isEncrypted(path)) throw new JournalTrouble(lockedLibrary);
    try {
      lock.check();
    } catch (error) {
      // Somebody else writes to these files now. Even closing them would write.
      open.clear();
      lock = null;
      throw error;
    }
  };

  const drop = (notebook: string) => {
    open.get(notebook)?.close();
    open.delete(notebook);
  };

  /** The open journal of a notebook. */
  const journalOf = (notebook: string): NotebookJournal => {
    hold();
    const known = open.get(notebook);
    if (known !== undefined) {
      if (known.inPlace) return known;
      // Its folder was removed or renamed meanwhile.
      drop(notebook);
    }
    const folder = library.find(notebook);
    if (folder === null) throw new JournalTrouble(gone);
    return keep(new NotebookJournal(notebook, folder, 'no', sealOf(notebook)));
  };

  const keep = (journal: NotebookJournal) => {
    open.set(journal.notebook, journal);
    goOnChecking(journal);
    return journal;
  };

  const goOnChecking = (journal: NotebookJournal) => {
    const timer = setTimeout(() => {
      if (open.get(journal.notebook) !== journal) return;
      try {
        if (journal.checkSome(checkSlice)) goOnChecking(journal);
      } catch {
        // What is in the way now will be in the way of the next call, which can say so.
      }
    }, checkPause);
    timer.unref();
  };

  /** Everything that waits to be stored in one notebook goes into one transaction, so that the disk is waited for once. */
  const flush = (notebook: string) => {
    const group = waiting.get(notebook) ?? [];
    waiting.delete(notebook);
    if (group.length === 0) return;
    space.look();
    const rows = group.flatMap((one) => one.rows);
    const result = attempt(path, () => {
      const journal = journalOf(notebook);
      const before = journal.documents.length;
      const heads = journal.append(rows, Date.now());
      if (journal.documents.length > before) relabel(journal);
      return heads;
    });
    for (const one of group) {
      const docs = new Set(one.rows.map(({ doc }) => doc));
      one.answer(result.ok ? ok(result.value.filter(({ doc }) => docs.has(doc))) : result);
    }
  };

  const relabel = (journal: NotebookJournal, title?: string) => {
    const label = library.labelIn(journal.folder);
    const { folder, notebook } = journal;
    library.label(folder, {
      format: 1,
      id: notebook,
      title: title ?? label?.title ?? '',
      docs: [...journal.documents],
    });
  };

  const notices = (): JournalNotice[] => {
    const free = freeBytes(path);
    const service = cloudServiceOf(path);
    return [
      ...(free !== null && spaceOf(free) !== 'enough' ? [diskLow(free)] : []),
      ...(service === null ? [] : [cloudFolder(service)]),
    ];
  };

  const settled = async <T>(work: () => T): Promise<Result<T, JournalProblem>> => attempt(path, work);

  const work: Journals['methods'] = {
    'journal.open': ({ notebook, title, create }) =>
      settled(() => {
        hold();
        let journal = attempt(path, () => journalOf(notebook));
        if (!journal.ok && journal.error.reason === 'gone' && create) {
          const known = library.find(notebook);
          const folder = known ?? library.make(notebook, title);
          const create = known === null ? 'new' : 'again';
          journal = ok(keep(new NotebookJournal(notebook, folder, create, sealOf(notebook))));
        }
        if (!journal.ok) throw new JournalTrouble(journal.error);
        space.look(true);
        const told = journal.value.tell();
        if (library.labelIn(journal.value.folder)?.docs.length !== journal.value.documents.length)
          relabel(journal.value);
        return {
          heads: journal.value.heads(),
          looked: journal.value.looked(),
          notices: [...told, ...notices()],
        };
      }),
    'journal.append': ({ notebook, rows }) =>
      new Promise((answer) => {
        const group = waiting.get(notebook);
        if (group !== undefined) {
          group.push({ rows, answer });
          return;
        }
        waiting.set(notebook, [{ rows, answer }]);
        setImmediate(() => {
          flush(notebook);
        });
      }),
    'journal.read': ({ notebook, doc, after, before }) => settled(() => journalOf(notebook).read(doc, after, before)),
    'journal.sum': ({ notebook, doc, seq }) => settled(() => journalOf(notebook).sum(doc, seq)),
    'journal.checkpoint': ({ notebook, doc, seq, bytes }) =>
      settled(() => {
        journalOf(notebook).checkpoint(doc, { seq, bytes }, Date.now());
        return undefined;
      }),
    'journal.lastSession': ({ notebook, but }) => settled(() => journalOf(notebook).lastSession(but)),
    'journal.looked': ({ notebook, seq }) =>
      settled(() => {
        journalOf(notebook).setLooked(seq);
        return undefined;
      }),
    'journal.title': ({ notebook, title }) =>
      settled(() => {
        relabel(journalOf(notebook), title);
        return undefined;
      }),
    'journal.close': ({ notebook }) =>
      settled(() => {
        flush(notebook);
        drop(notebook);
        if (lock !== null) library.settleName(notebook);
        return undefined;
      }),
    'journal.list': () =>
      settled(() => {
        hold();
        return library.list().map(({ folder, label }) => ({
          notebook: label.id,
          title: label.title.slice(0, 200),
          folder,
          docs: [...(open.get(label.id)?.documents ?? label.docs)],
        }));
      }),
    'journal.remove': ({ notebook }) =>
      settled(() => {
        hold();
        const folder = open.get(notebook)?.folder ?? library.find(notebook);
        drop(notebook);
        if (folder !== null) library.remove(folder);
        return undefined;
      }),
    'journal.snapshot': ({ notebook, states }) =>
      settled(() => writeSnapshot(journalOf(notebook).folder, notebook, states, Date.now(), sealOf(notebook))),
    'journal.snapshots': ({ notebook }) => settled(() => listSnapshots(folderOf(notebook))),
    'journal.readSnapshot': ({ notebook, name }) =>
      settled(() => readSnapshot(folderOf(notebook), notebook, name, sealOf(notebook))),
  };

  return {
    methods: work,
    library,
    journalOf,
    tryHold() {
      const held = attempt(path, hold);
      return held.ok || held.error.reason !== 'locked';
    },
    async alone(doing) {
      hold();
      for (const notebook of [...waiting.keys()]) flush(notebook);
      for (const notebook of [...open.keys()]) drop(notebook);
      isConverting = true;
      return await doing().finally(() => (isConverting = false));
    },
    end() {
      for (const notebook of [...waiting.keys()]) flush(notebook);
      for (const notebook of [...open.keys()]) {
        drop(notebook);
        if (lock !== null) library.settleName(notebook);
      }
      lock?.release();
      lock = null;
    },
  };

  /** Backups are there even where the journal cannot be opened. */
  function folderOf(notebook: string): string {
    const folder = library.find(notebook);
    if (folder === null) throw new JournalTrouble(gone);
    return folder;
  }
}

/** Answers what was expected to fail as a Result. */
function attempt<T>(path: string, work: () => T): Result<T, JournalProblem> {
  try {
    return ok(work());
  } catch (error) {
    return err(problemOf(error, path));
  }
}

function problemOf(error: unknown, path: string): JournalProblem {
  const found = explained(error, join(path, 'journal'));
  if (found instanceof JournalTrouble) return found.problem;
  throw found;
}
