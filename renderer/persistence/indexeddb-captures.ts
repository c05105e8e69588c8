import { err, ok } from '../../shared/lib/result.ts';
import type { Problem, Result } from '../../shared/lib/result.ts';
import { answer, completed, sameBytes } from './database.ts';

const databaseName = 'backstory.captures';
const storeName = 'captures';

/** The SHA-256 of bytes, in hex. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  // Copied: the bytes may lie in a shared or larger buffer, which digest does not take.
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Captures in IndexedDB, under their SHA-256, for all notebooks together: the quicker of their two stores. */
export interface IndexedDbCaptures {
  /** Stores bytes under their hash. Resolves once a later transaction has found them again. */
  put(hash: string, bytes: Uint8Array): Promise<void>;
  /** What is read is compared with its name. */
  get(hash: string): Promise<Result<Uint8Array, Problem<'missing' | 'damaged'>>>;
}

/** Opens its database when first used. */
export function createIndexedDbCaptures(): IndexedDbCaptures {
  let opened: Promise<IDBDatabase> | null = null;
  const open = (): Promise<IDBDatabase> => {
    opened ??= openCaptures(() => (opened = null));
    return opened;
  };
  const find = async (hash: string): Promise<unknown> =>
    await answer<unknown>((await open()).transaction(storeName).objectStore(storeName).get(hash));
  return {
    put: async (hash, bytes) => {
      if (sameBytes(await find(hash), bytes)) return;
      const transaction = (await open()).transaction(storeName, 'readwrite', { durability: 'strict' });
      transaction.objectStore(storeName).put(new Uint8Array(bytes), hash);
      await completed(transaction);
      if (!sameBytes(await find(hash), bytes)) throw new Error('The capture could not be read back from storage');
    },
    get: async (hash) => {
      const bytes = await find(hash);
      if (bytes === undefined) return err(notHere);
      if (!(bytes instanceof Uint8Array) || (await sha256(bytes)) !== hash) return err(damagedCapture);
      return ok(bytes);
    },
  };
}

/** In an encrypted library nothing is kept in the window's own storage. */
export const noQuickCaptures: IndexedDbCaptures = {
  put: () => Promise.resolve(),
  get: () => Promise.resolve(err(notHere)),
};

export const notHere: Problem<'missing'> = {
  reason: 'missing',
  message: 'The captured text of this source is not on this computer. Its details are kept; add the text again.',
};

export const damagedCapture: Problem<'damaged'> = {
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
