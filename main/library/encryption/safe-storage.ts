import { safeStorage } from 'electron';
import type { Protection } from './system-keys.ts';

/** The system's keychain: Keychain on a Mac, DPAPI on Windows, on Linux a secret service where there is one. */
export const systemProtection: Protection = {
  keychain() {
    const isLinux = process.platform === 'linux';
    // Without a secret service Electron may close with a password that everybody knows: that protects nothing.
    const unprotected = isLinux && ['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend());
    if (safeStorage.isEncryptionAvailable() && !unprotected) return { available: true, why: '' };
    return {
      available: false,
      why: isLinux
        ? 'This system runs no keychain that Backstory can use, such as GNOME Keyring or KWallet: a key kept here would lie open to everybody.'
        : 'This system gives Backstory no keychain.',
    };
  },
  close: (text) => safeStorage.encryptString(text),
  open: (closed) => safeStorage.decryptString(Buffer.from(closed)),
};
