import type { Bridge, CaptureFailure } from '../../shared/bridge/index.ts';
import { err, ok } from '../../shared/lib/result.ts';
import type { Problem } from '../../shared/lib/result.ts';

/** The captures of a bridge in memory, with what a test wants to see or to cause. */
export interface MemoryCaptures {
  readonly calls: Bridge['captures'];
  /** What a notebook's folder holds, by hash. */
  of(notebook: string): Map<string, Uint8Array<ArrayBuffer>>;
  /** Of each call of `missing`, whether other notebooks' folders could be taken from. */
  readonly elsewhere: readonly boolean[];
  /** From now on nothing can be stored, for this reason. */
  refuse(problem: Problem<CaptureFailure>): void;
}

/** Captures that last as long as the page. As in a folder, what is damaged is told apart from what is missing. */
export function createMemoryCaptures(): MemoryCaptures {
  const notebooks = new Map<string, Map<string, Uint8Array<ArrayBuffer>>>();
  const asked: boolean[] = [];
  let refusal: Problem<CaptureFailure> | null = null;
  const of = (notebook: string): Map<string, Uint8Array<ArrayBuffer>> => {
    const known = notebooks.get(notebook) ?? new Map<string, Uint8Array<ArrayBuffer>>();
    notebooks.set(notebook, known);
    return known;
  };
  const calls: Bridge['captures'] = {
    put: ({ notebook, hash, bytes }) => {
      if (refusal !== null) return Promise.resolve(err(refusal));
      of(notebook).set(hash, bytes);
      return Promise.resolve(ok(undefined));
    },
    get: async ({ notebook, hash }) => {
      const bytes = of(notebook).get(hash);
      if (bytes === undefined) return err({ reason: 'missing', message: 'It is not in the folder.' });
      if ((await nameOf(bytes)) !== hash) return err({ reason: 'damaged', message: 'It is damaged.' });
      return ok(bytes);
    },
    missing: async ({ notebook, hashes, compare, elsewhere }) => {
      asked.push(elsewhere);
      const missing: string[] = [];
      for (const hash of hashes) {
        const bytes = of(notebook).get(hash);
        if (bytes === undefined || (compare && (await nameOf(bytes)) !== hash)) missing.push(hash);
      }
      return ok(missing);
    },
  };
  return { calls, of, elsewhere: asked, refuse: (problem) => (refusal = problem) };
}

async function nameOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const noLibrary = err({ reason: 'failed', message: 'In a browser there is no library folder.' } as const);
const no = () => Promise.resolve(noLibrary);
const nothing = () => Promise.resolve(undefined);

/** The library of a bridge without a main process: there is no folder, and nothing is brought as a file. */
export const memoryLibrary: Bridge['library'] = {
  place: () => Promise.resolve({ folder: '', cloud: null }),
  show: no,
  showNotebook: no,
  choose: no,
  move: no,
  export: no,
  reveal: nothing,
  openFile: no,
  takeOpened: () => Promise.resolve([]),
  check: no,
  read: no,
  add: no,
  merge: no,
  forget: nothing,
  stop: nothing,
};
