import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { EncryptionState, ResultOf } from '../../../shared/bridge/index.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { Services } from '../../ipc/methods.ts';
import type { JournalClient } from '../../journal/client.ts';
import {
  type KeyFile,
  keyFileName,
  mendKeyFile,
  readKeyFile,
  removeKeyFile,
  writeKeyFile,
} from '../../journal/engine/key-file.ts';
import { takeLibraryLock } from '../../journal/engine/library-lock.ts';
import {
  newRecoveryCode,
  openByPassphrase,
  openByRecoveryCode,
  wrapByPassphrase,
  wrapByRecoveryCode,
} from '../../journal/engine/secrets.ts';
import { keyIdOf, newKey } from '../../journal/engine/seal.ts';
import { systemTrouble } from '../../journal/engine/system-trouble.ts';
import { JournalTrouble } from '../../journal/engine/trouble.ts';
import { isSealed, toConvert } from './format-of.ts';
import type { Keyring } from './keyring.ts';
import {
  alreadyEncrypted,
  type EncryptionProblem,
  keyFileDamaged,
  keyFileMissing,
  keyFileNewer,
  keychainRefused,
  notEncrypted,
  noWay,
  wrongCode,
  wrongCurrent,
  wrongPassphrase,
} from './problems.ts';
import type { SystemKeys } from './system-keys.ts';

type Method = Extract<keyof Services, `encryption.${string}`>;
/** What `createEncryptionServices` gives. */
export type EncryptionServices = { readonly [M in Method]: (args: Parameters<Services[M]>[0]) => Promise<ResultOf<M>> };

/** What the encryption's services work with. */
export interface EncryptionParts {
  readonly journal: Pick<JournalClient, 'call' | 'stop'>;
  readonly folder: () => string;
  readonly keyring: Keyring;
  readonly systemKeys: SystemKeys;
  /** Removes from the disk what the window keeps of notebooks. */
  readonly forgetCopies: () => Promise<void>;
}

/** A key that was made and nobody has agreed to yet. */
interface Prepared {
  readonly key: Uint8Array<ArrayBuffer>;
  readonly file: KeyFile;
  readonly keychain: boolean;
}

/** The work behind the bridge's `encryption.*`, in the main process: keys and key files. Notebooks are converted in the journal's. */
export function createEncryptionServices(parts: EncryptionParts): EncryptionServices {
  const { journal, folder, keyring, systemKeys, forgetCopies } = parts;
  let prepared: Prepared | null = null;
  /** Whether a person has agreed, since the app began, to the encryption being taken off. */
  let leavingAgreed = false;

  const hold = async (key: Uint8Array<ArrayBuffer> | null): Promise<void> => {
    keyring.hold(key);
    // What runs was given another key, or none.
    await journal.stop();
  };
  const troubleOf = (error: unknown): JournalTrouble | null =>
    error instanceof JournalTrouble ? error : systemTrouble(error, join(folder(), keyFileName));
  const settled = async <T>(
    work: () => Promise<Result<T, EncryptionProblem>>,
  ): Promise<Result<T, EncryptionProblem>> => {
    try {
      return await work();
    } catch (error) {
      const found = troubleOf(error);
      if (found === null) throw error;
      return err(found.problem);
    }
  };
  /** Does something with the key file of an unlocked library. */
  const unlocked = <T>(
    work: (file: KeyFile, key: Uint8Array<ArrayBuffer>) => Promise<Result<T, EncryptionProblem>>,
  ): Promise<Result<T, EncryptionProblem>> =>
    settled(async () => {
      const file = readKeyFile(folder());
      const key = typeof file === 'string' ? 'unknown' : keyring.find(file);
      return typeof file === 'string' || typeof key === 'string' ? err(notEncrypted) : await work(file, key);
    });
  const change = (file: KeyFile, changed: Partial<KeyFile>): void => writeKeyFile(folder(), { ...file, ...changed });

  return {
    'encryption.state': async () => {
      try {
        return await stateOf();
      } catch (error) {
        const found = troubleOf(error);
        if (found === null) throw error;
        return { kind: 'trouble', message: found.problem.message };
      }
    },
    'encryption.keychain': () => Promise.resolve(systemKeys.keychain()),
    'encryption.unlock': ({ by, secret }) =>
      settled(async () => {
        const file = readKeyFile(folder());
        if (typeof file === 'string') return err(notEncrypted);
        const isPassphrase = by === 'passphrase';
        const key = isPassphrase ? await openByPassphrase(file, secret) : openByRecoveryCode(file, secret);
        if (key === null) return err(isPassphrase ? wrongPassphrase : wrongCode);
        await hold(key);
        // The keychain was the only other way, and had lost it.
        const isLost = file.passphrase === null && systemKeys.get(file.key) !== 'unknown';
        if (isLost && systemKeys.keychain().available) await systemKeys.put(file.key, key).catch(() => undefined);
        return ok(undefined);
      }),
    'encryption.prepare': ({ passphrase, keychain }) =>
      settled(async () => {
        if (passphrase === null && !keychain) return err(noWay);
        if (readKeyFile(folder()) !== 'none') return err(alreadyEncrypted);
        const key = newKey();
        const recoveryCode = newRecoveryCode();
        const file: KeyFile = {
          key: keyIdOf(key),
          state: 'on',
          passphrase: passphrase === null ? null : await wrapByPassphrase(key, passphrase),
          recovery: wrapByRecoveryCode(key, recoveryCode),
        };
        prepared = { key, file, keychain };
        return ok({ recoveryCode });
      }),
    'encryption.begin': () =>
      settled(async () => {
        if (prepared === null) return err(notEncrypted);
        if (readKeyFile(folder()) !== 'none') return err(alreadyEncrypted);
        const { key, file, keychain } = prepared;
        if (keychain) {
          const problem = await remember(file.key, key);
          if (problem !== null) return err(problem);
        }
        // Before it is written, nothing may be under way that is not encrypted.
        await journal.stop();
        mkdirSync(folder(), { recursive: true });
        // Throws where another Backstory has the library open.
        const lock = takeLibraryLock(folder());
        try {
          writeKeyFile(folder(), file);
        } finally {
          lock.release();
        }
        prepared = null;
        await hold(key);
        return ok(undefined);
      }),
    'encryption.turnOff': () =>
      unlocked((file) => {
        change(file, { state: 'leaving' });
        leavingAgreed = true;
        return Promise.resolve(ok(undefined));
      }),
    'encryption.keep': () =>
      unlocked((file) => {
        change(file, { state: 'on' });
        leavingAgreed = false;
        return Promise.resolve(ok(undefined));
      }),
    'encryption.convert': () =>
      unlocked(async (file) => {
        const towards = file.state === 'on' ? 'encrypted' : 'plain';
        if (towards === 'plain' && !leavingAgreed) return err(notEncrypted);
        const converted = await journal.call('inner.convert', { towards });
        if (!converted.ok) return converted;
        if (towards === 'plain' && converted.value.left.length === 0) {
          removeKeyFile(folder());
          await hold(null);
          await systemKeys.remove(file.key).catch(() => undefined);
        }
        return converted;
      }),
    'encryption.stop': () => journal.call('inner.stopConverting', undefined),
    'encryption.forgetCopies': () =>
      unlocked(async () => {
        await forgetCopies();
        return ok(undefined);
      }),
    'encryption.changePassphrase': ({ current, passphrase }) =>
      unlocked(async (file, key) => {
        if (file.passphrase !== null) {
          const known = (await openByPassphrase(file, current ?? '')) ?? openByRecoveryCode(file, current ?? '');
          if (known === null) return err(wrongCurrent);
        }
        change(file, { passphrase: await wrapByPassphrase(key, passphrase) });
        return ok(undefined);
      }),
    'encryption.newCode': () =>
      unlocked((file, key) => {
        const recoveryCode = newRecoveryCode();
        change(file, { recovery: wrapByRecoveryCode(key, recoveryCode) });
        return Promise.resolve(ok({ recoveryCode }));
      }),
    'encryption.remember': ({ keychain }) =>
      unlocked(async (file, key) => {
        if (!keychain && file.passphrase === null) return err(noWay);
        const problem = keychain ? await remember(file.key, key) : null;
        if (!keychain) await systemKeys.remove(file.key);
        return problem === null ? ok(undefined) : err(problem);
      }),
  };

  async function stateOf(): Promise<EncryptionState> {
    const path = folder();
    const file = readKeyFile(path);
    if (file === 'newer') return { kind: 'trouble', message: keyFileNewer };
    if (file === 'damaged') return { kind: 'trouble', message: keyFileDamaged };
    if (file === 'none') return isSealed(path) ? { kind: 'trouble', message: keyFileMissing } : { kind: 'plain' };
    const before = keyring.holds;
    const key = keyring.find(file);
    if (typeof key === 'string') return { kind: 'locked', passphrase: file.passphrase !== null, lost: key === 'lost' };
    if (!before) await journal.stop();
    mend(path, file);
    if (file.state === 'leaving') return { kind: 'unfinished', towards: 'plain', agreed: leavingAgreed };
    if (toConvert(path, 'encrypted').length > 0) return { kind: 'unfinished', towards: 'encrypted', agreed: true };
    return { kind: 'open', passphrase: file.passphrase !== null, keychain: systemKeys.has(file.key) };
  }

  function mend(path: string, file: KeyFile): void {
    try {
      mendKeyFile(path, file);
    } catch {
      // A folder that may only be read: one copy is enough.
    }
  }

  async function remember(keyId: string, key: Uint8Array): Promise<EncryptionProblem | null> {
    const { available, why } = systemKeys.keychain();
    if (!available) return keychainRefused(why);
    try {
      await systemKeys.put(keyId, key);
      return null;
    } catch (error) {
      return keychainRefused(error instanceof Error ? error.message : '');
    }
  }
}
