import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import type { Keychain } from '../../../shared/bridge/index.ts';
import { writeAtomically } from '../../files/atomic-write.ts';

/** What the system offers to keep a secret of this user's: Electron's `safeStorage` in the app. */
export interface Protection {
  /** Whether it protects at all, and if not, why, in a sentence. */
  readonly keychain: () => Keychain;
  /** Both throw where the system refuses, say because its keychain was changed. */
  readonly close: (text: string) => Uint8Array;
  readonly open: (closed: Uint8Array) => string;
}

/** The keys of libraries that this computer remembers, each closed by the system, in a file among the settings. */
export interface SystemKeys {
  readonly keychain: () => Keychain;
  /** A key by its name: `unknown` where none is remembered, `lost` where the system does not give it back. */
  readonly get: (keyId: string) => Uint8Array<ArrayBuffer> | 'unknown' | 'lost';
  readonly has: (keyId: string) => boolean;
  /** Resolves when it is on the disk. Throws where the system or the disk refuses. */
  readonly put: (keyId: string, key: Uint8Array) => Promise<void>;
  readonly remove: (keyId: string) => Promise<void>;
}

const fileSchema = v.object({ format: v.literal(1), keys: v.record(v.string(), v.string()) });

/** @param path the file */
export function createSystemKeys(path: string, protection: Protection): SystemKeys {
  const stored = (): Readonly<Record<string, string>> => {
    try {
      const parsed = v.safeParse(fileSchema, JSON.parse(readFileSync(path, 'utf8')));
      return parsed.success ? parsed.output.keys : {};
    } catch {
      // Not there, or damaged: the passphrase or the recovery code opens all the same.
      return {};
    }
  };
  const write = (keys: Readonly<Record<string, string>>): Promise<void> =>
    writeAtomically(path, `${JSON.stringify({ format: 1, keys }, null, 2)}\n`);
  return {
    keychain: protection.keychain,
    has: (keyId) => stored()[keyId] !== undefined,
    get(keyId) {
      const closed = stored()[keyId];
      if (closed === undefined) return 'unknown';
      try {
        if (!protection.keychain().available) return 'lost';
        return new Uint8Array(Buffer.from(protection.open(Buffer.from(closed, 'base64')), 'base64'));
      } catch {
        return 'lost';
      }
    },
    async put(keyId, key) {
      const closed = protection.close(Buffer.from(key).toString('base64'));
      await write({ ...stored(), [keyId]: Buffer.from(closed).toString('base64') });
    },
    async remove(keyId) {
      const { [keyId]: removed, ...others } = stored();
      if (removed !== undefined) await write(others);
    },
  };
}
