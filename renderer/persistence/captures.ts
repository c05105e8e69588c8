import { err, ok } from '../../shared/lib/result.ts';
import type { Problem, Result } from '../../shared/lib/result.ts';
import { answer, completed, sameBytes } from './database.ts';

const databaseName = 'backstory.captures';
const storeName = 'captures';

/** Why a capture cannot be shown: it is not on this computer, or what is stored is not what was captured. */
export type CaptureProblem = Problem<'missing' | 'damaged'>;

/**
 * The captured files of sources: immutable bytes under their SHA-256, outside the notebooks, so that two notebooks that
 * capture the same file share it. What is read is checked against its name.
 */
export interface CaptureStore {
  /** Stores bytes and gives their SHA-256, hex. Resolves once a later transaction has found them again. */
  put(bytes: Uint8Array): Promise<string>;
  get(hash: string): Promise<Result<Uint8Array, CaptureProblem>>;
  has(hash: string): Promise<boolean>;
}

/** The SHA-256 of bytes, in hex. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  // Copied: the bytes may lie in a shared or larger buffer, which digest does not take.
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Captures in IndexedDB. */
export function createCaptureStore(): CaptureStore {
  let opened: Promise<IDBDatabase> | null = null;
  const open = (): Promise<IDBDatabase> => {
    opened ??= openCaptures(() => (opened = null));
    return opened;
  };
  const find = async (hash: string): Promise<unknown> =>
    await answer<unknown>((await open()).transaction(storeName).objectStore(storeName).get(hash));
  return {
    put: async (bytes) => {
      const hash = await sha256(bytes);
      if (!sameBytes(await find(hash), bytes)) {
        const transaction = (await open()).transaction(storeName, 'readwrite', { durability: 'strict' });
        transaction.objectStore(storeName).put(new Uint8Array(bytes), hash);
        await completed(transaction);
        if (!sameBytes(await find(hash), bytes)) throw new Error('The capture could not be read back from storage');
      }
      return hash;
    },
    get: async (hash) => {
      const bytes = await find(hash);
      if (bytes === undefined) return err(notHere);
      if (!(bytes instanceof Uint8Array) || (await sha256(bytes)) !== hash) return err(damaged);
      return ok(bytes);
    },
    has: async (hash) => (await find(hash)) !== undefined,
  };
}

const notHere: CaptureProblem = {
  reason: 'missing',
  message: 'The captured text of this source is not on this computer. Its details are kept; add the text again.',
};

const damaged: CaptureProblem = {
  reason: 'damaged',
  message: 'The stored text of this source is not what was captured, so it is not shown. Add the text again.',
};

function openCaptures(onClose: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1);
    request.onupgradeneeded = () => void request.result.createObjectStore(storeName);
    request.onsuccess = () => {
      request.result.addEventListener('close', onClose);
      resolve(request.result);
    };
    request.onerror = () => {
      onClose();
      reject(request.error ?? new Error('The captures could not be opened'));
    };
  });
}
