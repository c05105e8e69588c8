import { join } from 'node:path';
import type * as v from 'valibot';
import type { LibraryProgress } from '../../../shared/bridge/index.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import type { Journals } from '../../journal/engine/journals.ts';
import { lockedLibrary } from '../../journal/engine/problems.ts';
import type { Vault } from '../../journal/engine/seal.ts';
import { explained } from '../../journal/engine/sqlite.ts';
import { JournalTrouble } from '../../journal/engine/trouble.ts';
import type { innerMethods } from '../inner-methods.ts';
import { LibraryTrouble } from '../trouble.ts';
import { convertLibrary } from './convert-library.ts';

type Served = 'inner.convert' | 'inner.stopConverting';

/** The work behind converting a library, in the journal's process. */
export type ConversionMethods = {
  readonly [M in Served]: (
    args: v.InferOutput<(typeof innerMethods)[M]['args']>,
  ) => Promise<v.InferOutput<(typeof innerMethods)[M]['result']>>;
};

interface ConversionParts {
  /** The library folder. */
  readonly path: string;
  readonly vault: Vault | null;
  readonly tell: (progress: LibraryProgress) => void;
}

export function createConversionMethods(
  { alone }: Pick<Journals, 'alone'>,
  { path, vault, tell }: ConversionParts,
): ConversionMethods {
  let running = new AbortController();
  return {
    'inner.convert': async ({ towards }) => {
      if (vault === null) return err(lockedLibrary);
      running = new AbortController();
      const progress = (done: number, total: number): void => tell({ task: 'encrypt', done, total });
      const work = { signal: running.signal, progress };
      try {
        const left = await alone(() => convertLibrary(path, vault, towards, work));
        return ok({ left: left.map((one) => ({ ...one, title: one.title.slice(0, 200) })) });
      } catch (error) {
        if (error instanceof LibraryTrouble) return err(error.problem);
        const found = explained(error, join(path, 'journal'));
        if (found instanceof JournalTrouble) return err(found.problem);
        throw error;
      }
    },
    'inner.stopConverting': () => {
      running.abort();
      return Promise.resolve(undefined);
    },
  };
}
