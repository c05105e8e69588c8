import { join } from 'node:path';
import type * as v from 'valibot';
import type { CaptureFailure, methods, ResultOf } from '../../shared/bridge/index.ts';
import { err, ok, type Problem, type Result } from '../../shared/lib/result.ts';
import { needSpace } from '../journal/engine/disk.ts';
import type { Journals } from '../journal/engine/journals.ts';
import { explained } from '../journal/engine/sqlite.ts';
import { JournalTrouble } from '../journal/engine/trouble.ts';
import { getCapture, missingCaptures, putCapture } from './captures.ts';

type Method = `captures.${'put' | 'get' | 'missing'}`;

/** The work behind the bridge's `captures.*` methods. */
export type CaptureMethods = {
  readonly [M in Method]: (args: v.InferOutput<(typeof methods)[M]['args']>) => Promise<ResultOf<M>>;
};

/** @param path the library folder */
export function createCaptureMethods(
  { library, journalOf }: Pick<Journals, 'library' | 'journalOf'>,
  path: string,
): CaptureMethods {
  return {
    'captures.put': ({ notebook, hash, bytes }) =>
      settled(path, async () => {
        const place = journalOf(notebook);
        needSpace(place.folder, bytes.byteLength);
        return await putCapture(place, hash, bytes);
      }),
    'captures.get': ({ notebook, hash }) => settled(path, () => getCapture(journalOf(notebook), hash)),
    'captures.missing': ({ notebook, hashes, compare, elsewhere }) =>
      settled(path, async () => {
        const others = elsewhere ? library.list() : [];
        const siblings = others.map(({ folder, label }) => ({
          folder,
          seal: library.vault?.sealOf(label.id) ?? null,
        }));
        return ok([...(await missingCaptures(journalOf(notebook), hashes, { siblings, compare }))]);
      }),
  };
}

/** Answers what was expected to fail as a Result. */
async function settled<T>(
  path: string,
  doing: () => Promise<Result<T, Problem<CaptureFailure>>>,
): Promise<Result<T, Problem<CaptureFailure>>> {
  try {
    return await doing();
  } catch (error) {
    const found = explained(error, join(path, 'captures'));
    if (found instanceof JournalTrouble) return err(found.problem);
    throw error;
  }
}
