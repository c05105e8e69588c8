import { useEffect, useState } from 'react';
import type { Bridge, Keychain } from '../../../shared/bridge/index.ts';

/** How the keys are to be kept. `passphrase` is null until it can be used. */
export interface KeyWay {
  readonly way: 'keychain' | 'passphrase';
  readonly passphrase: string | null;
}

/** What is chosen where nobody chose yet. */
function firstWay(keychain: Keychain): KeyWay {
  return { way: keychain.available ? 'keychain' : 'passphrase', passphrase: null };
}

/** Whether a choice can be carried out. */
export function isWhole(choice: KeyWay | null): boolean {
  return choice !== null && (choice.way === 'keychain' || choice.passphrase !== null);
}

/** How the keys are to be kept, as far as that is known: null until the system's keychain has answered. */
export interface KeyWayChoice {
  readonly keychain: Keychain | null;
  readonly way: KeyWay | null;
  readonly choose: (way: KeyWay) => void;
}

/** What is chosen of how the keys are kept. The system's keychain is asked only if it matters: it may ask the person. */
export function useKeyWay(encryption: Pick<Bridge['encryption'], 'keychain'>, isNeeded: boolean): KeyWayChoice {
  const [keychain, setKeychain] = useState<Keychain | null>(null);
  const [chosen, choose] = useState<KeyWay | null>(null);
  useEffect(() => {
    if (isNeeded) void encryption.keychain().then(setKeychain);
  }, [encryption, isNeeded]);
  return { keychain, way: chosen ?? (keychain === null ? null : firstWay(keychain)), choose };
}
