import { safeStorage } from 'electron';
import type { Protection } from './system-keys.ts';

/** The system's keychain: Keychain on a Mac, DPAPI on Windows, on Linux a secret service where there is one. */
export const systemProtection: Protection = {
  keychain() {
    if (!safeStorage.isEncryptionAvailable()) return { available: false, why: 'This system offers no keychain.' };
    // Without a secret service Electron closes with a password that everybody knows: that protects nothing.
    const backend = process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : 'system';
    if (backend !== 'basic_text' && backend !== 'unknown') return { available: true, why: '' };
    return {
      available: false,
      why: 'This system runs no keychain that Backstory can use, such as GNOME Keyring or KWallet: a key kept here would lie open to everybody.',
    };
  },
  close: (text) => safeStorage.encryptString(text),
  open: (closed) => safeStorage.decryptString(Buffer.from(closed)),
};
