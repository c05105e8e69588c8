import { readKeyFile, type KeyFile } from '../../journal/engine/key-file.ts';
import { fitting } from '../../journal/engine/secrets.ts';
import type { SystemKeys } from './system-keys.ts';

/** The key of the library in use, in memory only, for as long as the app runs. */
export interface Keyring {
  /** The key of the library in this folder; null where it is not encrypted, or locked. */
  readonly key: () => Uint8Array<ArrayBuffer> | null;
  /** The same, when the key file has been read already; asks this computer's keychain where the key is not at hand. */
  readonly find: (file: KeyFile) => Uint8Array<ArrayBuffer> | 'unknown' | 'lost';
  /** Whether it has a key already. */
  readonly holds: boolean;
  readonly hold: (key: Uint8Array<ArrayBuffer> | null) => void;
}

/** @param folder gives the library folder */
export function createKeyring(folder: () => string, systemKeys: SystemKeys): Keyring {
  let held: Uint8Array<ArrayBuffer> | null = null;
  const find = (file: KeyFile): Uint8Array<ArrayBuffer> | 'unknown' | 'lost' => {
    const known = fitting(file, held);
    if (known !== null) return known;
    const remembered = systemKeys.get(file.key);
    if (typeof remembered === 'string') return remembered;
    const key = fitting(file, remembered);
    held = key;
    return key ?? 'lost';
  };
  return {
    find,
    get holds() {
      return held !== null;
    },
    key() {
      const file = keyFileOf(folder());
      const found = file === null ? null : find(file);
      return found === null || typeof found === 'string' ? null : found;
    },
    hold: (key) => void (held = key),
  };
}

function keyFileOf(folder: string): KeyFile | null {
  try {
    const found = readKeyFile(folder);
    return typeof found === 'string' ? null : found;
  } catch {
    return null;
  }
}
