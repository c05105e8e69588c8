import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import type { LibraryProgress } from '../../shared/bridge/index.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { reasonOf } from '../files/read-page.ts';
import type { JournalClient } from '../journal/client.ts';
import { takeLibraryLock } from '../journal/engine/library-lock.ts';
import { JournalTrouble } from '../journal/engine/trouble.ts';
import { checkTarget, copyLibrary, notebooksIn } from './move-library.ts';
import { type LibraryProblem, LibraryTrouble, noSuchFile } from './trouble.ts';

interface MoverParts {
  readonly journal: JournalClient;
  readonly folder: () => string;
  readonly setFolder: (folder: string) => Promise<void>;
  readonly tell: (progress: LibraryProgress) => void;
}

/** Moves the library to a folder that a person chose. */
export interface Mover {
  /** Looks at a folder; gives a ticket for it and what would happen there. */
  readonly offer: (
    folder: string,
  ) => Promise<Result<{ place: string; notebooks: number; holdsLibrary: boolean }, LibraryProblem>>;
  readonly move: (place: string) => Promise<Result<{ from: string; to: string }, LibraryProblem>>;
  readonly stop: () => void;
}

/** While files are copied the journal's process rests, and what is asked of it waits. */
export function createMover({ journal, folder, setFolder, tell }: MoverParts): Mover {
  const offered = new Map<string, string>();
  let running = new AbortController();

  const copy = async (from: string, to: string): Promise<void> => {
    running = new AbortController();
    const { signal } = running;
    await mkdir(to, { recursive: true });
    const lock = takeLibraryLock(to);
    try {
      await copyLibrary(from, to, { signal, progress: (done, total) => tell({ task: 'move', done, total }) });
      await setFolder(to);
    } finally {
      lock.release();
    }
  };

  return {
    offer: (to) =>
      settled(async () => {
        const there = await checkTarget(folder(), to);
        const here = await notebooksIn(folder());
        const place = randomUUID();
        offered.set(place, to);
        return { place, notebooks: here?.size ?? 0, holdsLibrary: there.size > 0 };
      }),
    move: (place) =>
      settled(async () => {
        const from = folder();
        const to = offered.get(place);
        offered.delete(place);
        if (to === undefined) throw new LibraryTrouble(noSuchFile);
        await journal.apart(() => copy(from, to));
        return { from, to };
      }),
    stop: () => running.abort(),
  };
}

async function settled<T>(work: () => Promise<T>): Promise<Result<T, LibraryProblem>> {
  try {
    return ok(await work());
  } catch (error) {
    if (error instanceof LibraryTrouble) return err(error.problem);
    if (error instanceof JournalTrouble) return err(error.problem);
    const message = `The library could not be copied: ${reasonOf(error, 'writing')}. Nothing was changed; it stays where it is.`;
    return err({ reason: 'failed', message });
  }
}
