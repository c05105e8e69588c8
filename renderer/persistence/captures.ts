import type { Bridge, CaptureFailure } from '../../shared/bridge/index.ts';
import { err, ok } from '../../shared/lib/result.ts';
import type { Err, Problem, Result } from '../../shared/lib/result.ts';
import type { TeamFiles } from '../captures/team/team-files.ts';
import { createIndexedDbCaptures, damagedCapture, notHere, sha256 } from './indexeddb-captures.ts';
import type { IndexedDbCaptures } from './indexeddb-captures.ts';

/** Why a capture cannot be shown: it is nowhere, what is stored is not what was captured, or its folder cannot be read. */
export type CaptureProblem = Problem<CaptureFailure>;

/**
 * The captured files of sources: immutable bytes under their SHA-256, outside the documents. Each is kept twice: in the notebook's
 * folder and in IndexedDB. Either is enough, and mends the other; what is read is compared with its name.
 */
export interface CaptureStore {
  /** Stores bytes and gives their SHA-256, hex. Resolves once the notebook's folder has them. Throws a sentence otherwise. */
  put(notebook: string, bytes: Uint8Array): Promise<string>;
  /** Of a shared notebook, a file that is not on this computer is fetched from the team first. */
  get(notebook: string, hash: string): Promise<Result<Uint8Array, CaptureProblem>>;
  /**
   * Sees to it that the notebook's folder holds these, as far as they are anywhere on this computer. Gives those that could not be put there.
   */
  complete(notebook: string, hashes: readonly string[], options?: CompleteOptions): Promise<readonly string[]>;
  /** What is not on this computer and may come from teammates; null where there are none. */
  readonly team: TeamFiles | null;
}

interface CompleteOptions {
  /** Also reads what is there, and replaces what is damaged. */
  readonly compare?: boolean;
  /** The person has just brought these to the notebook: they are its own even where it is shared. */
  readonly brought?: boolean;
}

/** Milliseconds for IndexedDB to answer. */
const patience = 5000;

export interface CaptureStoreOptions {
  readonly bridge: Pick<Bridge, 'captures'>;
  readonly quick?: IndexedDbCaptures;
  /** Whether IndexedDB is to be left alone: on a full disk Chromium would lose all that is in it. */
  readonly resting?: () => boolean;
  /**
   * Whether a notebook is shared, or may be. Into its folder comes only what the person brought and what the team sent: otherwise a teammate could
   * name a file of another notebook, and this device would send it to them.
   */
  readonly isShared?: (notebook: string) => Promise<boolean>;
  readonly team?: TeamFiles | null;
}

/** Captures in IndexedDB and, through the bridge, in the notebooks' folders. */
export function createCaptureStore(options: CaptureStoreOptions): CaptureStore {
  const { bridge, quick = createIndexedDbCaptures(), resting = () => false, team = null } = options;
  const isShared = options.isShared ?? (() => Promise.resolve(false));
  /** What is known to lie in a folder, so that reading does not ask again. */
  const whole = new Set<string>();
  const keyOf = (notebook: string, hash: string): string => `${notebook}/${hash}`;

  async function toFolder(
    notebook: string,
    hash: string,
    bytes: Uint8Array,
  ): Promise<Result<undefined, CaptureProblem>> {
    const put = await bridge.captures.put({ notebook, hash, bytes: new Uint8Array(bytes) });
    if (put.ok) whole.add(keyOf(notebook, hash));
    return put;
  }

  /** The quick store is the second copy: what it cannot take, the folder has. */
  async function toQuick(hash: string, bytes: Uint8Array): Promise<void> {
    if (!resting()) await quick.put(hash, bytes).catch(() => undefined);
  }

  /** A quick store that fails, or does not answer in time, is as one that does not have it. */
  async function fromQuick(hash: string): ReturnType<IndexedDbCaptures['get']> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const silence = new Promise<Err<typeof notHere>>((resolve) => {
      timer = setTimeout(() => resolve(err(notHere)), patience);
    });
    try {
      return await Promise.race([quick.get(hash).catch(() => err(notHere)), silence]);
    } finally {
      clearTimeout(timer);
    }
  }

  async function complete(
    notebook: string,
    hashes: readonly string[],
    { compare = false, brought = false }: CompleteOptions = {},
  ): Promise<readonly string[]> {
    const unknown = compare ? [...hashes] : hashes.filter((hash) => !whole.has(keyOf(notebook, hash)));
    if (unknown.length === 0) return [];
    const elsewhere = brought || !(await isShared(notebook));
    const missing = await bridge.captures.missing({ notebook, hashes: unknown, compare, elsewhere });
    if (!missing.ok) return unknown;
    for (const hash of unknown) if (!missing.value.includes(hash)) whole.add(keyOf(notebook, hash));
    if (!elsewhere) return missing.value;
    const left: string[] = [];
    for (const hash of missing.value) {
      const bytes = await fromQuick(hash);
      if (!bytes.ok || !(await toFolder(notebook, hash, bytes.value)).ok) left.push(hash);
    }
    return left;
  }

  async function fromFolder(notebook: string, hash: string): Promise<Result<Uint8Array, CaptureProblem>> {
    const stored = await bridge.captures.get({ notebook, hash });
    if (!stored.ok) return stored;
    if ((await sha256(stored.value)) !== hash) return err(damagedCapture);
    whole.add(keyOf(notebook, hash));
    await toQuick(hash, stored.value);
    return ok(stored.value);
  }

  /** From the folder, or else from the team. */
  async function fromAnywhere(notebook: string, hash: string): Promise<Result<Uint8Array, CaptureProblem>> {
    const stored = await fromFolder(notebook, hash);
    if (stored.ok || (stored.error.reason !== 'missing' && stored.error.reason !== 'gone')) return stored;
    const fetched = (await team?.fetch(notebook, hash)) ?? null;
    if (fetched === null) return err(notHere);
    return fetched.ok ? fromFolder(notebook, hash) : err({ reason: 'missing', message: fetched.error.message });
  }

  return {
    complete,
    team,
    put: async (notebook, bytes) => {
      const hash = await sha256(bytes);
      const stored = await toFolder(notebook, hash, bytes);
      if (!stored.ok) throw new Error(stored.error.message);
      await toQuick(hash, bytes);
      return hash;
    },
    get: async (notebook, hash) => {
      const found = await fromQuick(hash);
      if (found.ok) {
        // Shown at once; the folder is seen to meanwhile.
        void complete(notebook, [hash]);
        return found;
      }
      const stored = await fromAnywhere(notebook, hash);
      if (stored.ok) return stored;
      return stored.error.reason === 'damaged' || found.error.reason === 'damaged' ? err(damagedCapture) : stored;
    },
  };
}
