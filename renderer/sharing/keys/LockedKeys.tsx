import { useState } from 'react';
import type { Bridge, SyncKeys } from '../../../shared/bridge/index.ts';
import { Button } from '../../ui/index.ts';
import styles from '../sharing.module.css';
import { failureWords } from '../words.ts';
import { KeyChoice } from './KeyChoice.tsx';
import { UnlockForm } from './UnlockForm.tsx';
import { isWhole, useKeyWay } from './use-key-way.ts';

interface LockedKeysProps {
  readonly sync: Pick<Bridge['sync'], 'unlock' | 'protect'>;
  readonly encryption: Pick<Bridge['encryption'], 'keychain'>;
  readonly keys: SyncKeys;
  /** The keys are at hand from now on. */
  readonly onUnlocked: () => void;
  readonly onCancel: () => void;
  /** What the other button says. */
  readonly cancelLabel: string;
}

/** Keys that are not at hand: behind a passphrase, or lost by the keychain. */
export function LockedKeys(props: LockedKeysProps) {
  return props.keys.by === 'keychain' ? <LostKeys {...props} /> : <UnlockForm {...props} />;
}

/** The keychain does not give the key back: nobody can, and other keys are made only if somebody says so. */
function LostKeys({ sync, encryption, onUnlocked, onCancel, cancelLabel }: LockedKeysProps) {
  const choice = useKeyWay(encryption, true);
  const { way } = choice;
  const [problem, setProblem] = useState<string | null>(null);
  const begin = async (): Promise<void> => {
    if (way === null) return;
    const made = await sync.protect({ passphrase: way.way === 'passphrase' ? way.passphrase : null });
    if (made.ok) onUnlocked();
    else setProblem(failureWords(made.error));
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole(way)) void begin();
      }}
    >
      <p className={styles.warning}>
        This computer’s keychain does not give back the key that it was given for shared notebooks. This can pass:
        another session, or another account’s keychain. If it does not, make a new key; the notebooks are all here, but
        this device has to be invited to each of them again.
      </p>
      <KeyChoice {...choice} />
      {problem !== null && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      <div className={styles.buttons}>
        <Button onPress={onCancel}>{cancelLabel}</Button>
        <Button type="submit" variant="danger" isDisabled={!isWhole(way)}>
          Make a new key
        </Button>
      </div>
    </form>
  );
}
