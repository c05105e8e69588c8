import type { SyncKeys } from '../../../shared/bridge/index.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import { keyIdOf, newKey } from '../../journal/engine/seal.ts';
import { fitting, openByPassphrase, wrapByPassphrase } from '../../journal/engine/secrets.ts';
import type { Protection } from '../../library/encryption/system-keys.ts';
import type { SyncProblem } from '../engine/contract.ts';
import { keychainLost, keychainRefused, keysLocked, noKeys, notStored, wrongPassphrase } from '../problems.ts';
import { readSyncKeyFile, writeSyncKeyFile, type SyncKeyFile } from './key-file.ts';

type Key = Uint8Array<ArrayBuffer>;

/** The one key under which this device's keys of shared notebooks lie. It is in memory while the app runs, once it was unlocked. */
export interface MasterKey {
  /** Asks the system's keychain only where that keeps the key: asking may wait for a person. */
  readonly state: () => SyncKeys;
  /** Null where there is none, or it is locked. */
  readonly key: () => Key | null;
  /** Why there is no key, in words. */
  readonly missing: () => SyncProblem;
  /** Keeps it by a passphrase or (null) the system's keychain, and makes it where there is none. */
  readonly protect: (passphrase: string | null) => Promise<Result<undefined, SyncProblem>>;
  readonly unlock: (passphrase: string) => Promise<Result<undefined, SyncProblem>>;
}

/** @param folder where its file is */
export function createMasterKey(folder: string, protection: Protection): MasterKey {
  let held: Key | null = null;

  const find = (file: SyncKeyFile | null): Key | null => {
    if (file === null) return null;
    if (fitting(file, held) === null) held = file.keychain === null ? null : fitting(file, fromKeychain(file.keychain));
    return held;
  };
  const fromKeychain = (closed: string): Key | null => {
    try {
      if (!protection.keychain().available) return null;
      return new Uint8Array(Buffer.from(protection.open(Buffer.from(closed, 'base64')), 'base64'));
    } catch {
      return null;
    }
  };
  const wrapped = async (key: Key, passphrase: string | null): Promise<SyncKeyFile> => ({
    format: 1,
    key: keyIdOf(key),
    passphrase: passphrase === null ? null : await wrapByPassphrase(key, passphrase),
    keychain: passphrase === null ? base64(protection.close(base64(key))) : null,
  });

  return {
    state() {
      const file = readSyncKeyFile(folder);
      if (file === null) return { kind: 'none', by: null };
      const by = file.passphrase === null ? 'keychain' : 'passphrase';
      return { kind: find(file) === null ? 'locked' : 'ready', by };
    },
    key: () => find(readSyncKeyFile(folder)),
    missing() {
      const file = readSyncKeyFile(folder);
      return file === null ? noKeys : file.passphrase === null ? keychainLost : keysLocked;
    },
    async protect(passphrase) {
      const before = readSyncKeyFile(folder);
      const known = find(before);
      // What a keychain lost nobody brings back; what is behind a passphrase waits for it.
      if (before !== null && known === null && before.passphrase !== null) return err(keysLocked);
      if (passphrase === null) {
        const { available, why } = protection.keychain();
        if (!available) return err(keychainRefused(why));
      }
      const key = known ?? newKey();
      let file: SyncKeyFile;
      try {
        file = await wrapped(key, passphrase);
      } catch (error) {
        return err(keychainRefused(wordsOf(error)));
      }
      try {
        writeSyncKeyFile(folder, file, known === null);
      } catch (error) {
        return err(notStored(wordsOf(error)));
      }
      held = key;
      return ok(undefined);
    },
    async unlock(passphrase) {
      const file = readSyncKeyFile(folder);
      if (file === null) return err(noKeys);
      if (find(file) !== null) return ok(undefined);
      if (file.passphrase === null) return err(keychainLost);
      const key = await openByPassphrase(file, passphrase);
      if (key === null) return err(wrongPassphrase);
      held = key;
      return ok(undefined);
    },
  };
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
