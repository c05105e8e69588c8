import type { LibraryFailure } from '../../../shared/bridge/index.ts';
import type { Problem } from '../../../shared/lib/result.ts';

/** The sentences of encryption: what happened, what is safe, what to do. */

export type EncryptionProblem = Problem<LibraryFailure | 'wrong'>;

export const wrongPassphrase: EncryptionProblem = {
  reason: 'wrong',
  message: 'This is not the passphrase. Capitals and blanks count; try it as often as you like.',
};

export const wrongCode: EncryptionProblem = {
  reason: 'wrong',
  message:
    'This is not the recovery code of this library. It has 32 letters and digits in groups of four, and every one counts.',
};

export const wrongCurrent: EncryptionProblem = {
  reason: 'wrong',
  message: 'The present passphrase is another one. Nothing was changed.',
};

export const keyFileMissing =
  'The notebooks in the library folder are encrypted, and the file that is needed to unlock them is missing: “encryption.json” lies in the library folder, and again in its folder “.list”. Put one of the two back, from a backup or from where the library was copied from, and try again. Nothing was changed.';

export const keyFileDamaged =
  'The file that is needed to unlock the library, “encryption.json”, is damaged, and so is its copy in the folder “.list”. Put one of the two back from a backup, and try again. Nothing was changed.';

export const keyFileNewer =
  'The library was encrypted by a newer version of Backstory. Update Backstory to open it. Nothing was changed.';

export const alreadyEncrypted: EncryptionProblem = {
  reason: 'in-the-way',
  message: 'The library is encrypted already. Nothing was changed.',
};

export const notEncrypted: EncryptionProblem = {
  reason: 'gone',
  message: 'The library is not encrypted, or it is locked. Nothing was changed.',
};

export const noWay: EncryptionProblem = {
  reason: 'failed',
  message:
    'There must be one way to unlock the library: a passphrase, or this computer’s keychain. Nothing was changed.',
};

/** @param detail the system's own words */
export function keychainRefused(detail: string): EncryptionProblem {
  return {
    reason: 'failed',
    message: `This computer’s keychain did not take the key (${detail}). Nothing was changed; choose a passphrase instead.`,
  };
}
