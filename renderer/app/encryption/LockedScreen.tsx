import { useState } from 'react';
import type { Bridge } from '../../../shared/bridge/index.ts';
import { Button, Checkbox, TextField } from '../../ui/index.ts';
import styles from './encryption.module.css';
import { SecretField } from './SecretField.tsx';

interface LockedScreenProps {
  readonly bridge: Pick<Bridge, 'encryption'>;
  /** Whether there is a passphrase; else there is only the recovery code. */
  readonly passphrase: boolean;
  /** This computer's keychain should have opened it, and could not. */
  readonly lost: boolean;
  readonly onUnlocked: () => void;
}

/** The library is encrypted, and its key is not at hand. */
export function LockedScreen({ bridge, passphrase, lost, onUnlocked }: LockedScreenProps) {
  const [by, setBy] = useState<'passphrase' | 'recovery'>(passphrase ? 'passphrase' : 'recovery');
  const [secret, setSecret] = useState('');
  const [isShown, setShown] = useState(false);
  const [isTrying, setTrying] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const type = (typed: string): void => {
    setSecret(typed);
    setProblem(null);
  };
  const unlock = async (): Promise<void> => {
    setTrying(true);
    const unlocked = await bridge.encryption.unlock({ by, secret });
    setTrying(false);
    if (unlocked.ok) onUnlocked();
    else setProblem(unlocked.error.message);
  };
  const change = (): void => {
    setBy(by === 'passphrase' ? 'recovery' : 'passphrase');
    type('');
  };
  return (
    <main aria-label="The library is locked" className={styles.screen}>
      <h1>This library is locked</h1>
      {lost ? (
        <p className={styles.words}>
          It is encrypted. This computer’s keychain should unlock it and did not give the key: it may have been changed
          or made anew. {passphrase ? 'Your passphrase' : 'The recovery code'} unlocks it all the same.
        </p>
      ) : (
        <p className={styles.words}>
          It is encrypted. Your {by === 'passphrase' ? 'passphrase' : 'recovery code'} unlocks it until Backstory is
          closed.
        </p>
      )}
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (secret !== '' && !isTrying) void unlock();
        }}
      >
        {by === 'passphrase' ? (
          <>
            <SecretField
              key="passphrase"
              label="Passphrase"
              value={secret}
              onChange={type}
              isShown={isShown}
              problem={problem}
              autoFocus
            />
            <Checkbox isSelected={isShown} onChange={setShown}>
              Show what I type
            </Checkbox>
          </>
        ) : (
          <TextField
            key="recovery"
            label="Recovery code"
            description="Eight groups of four letters and digits, as they were shown when the library was encrypted."
            value={secret}
            onChange={type}
            maxLength={200}
            spellCheck="false"
            autoComplete="off"
            isInvalid={problem !== null}
            errorMessage={problem}
            autoFocus
          />
        )}
        <div className={styles.buttons}>
          <Button type="submit" variant="primary" isDisabled={secret === '' || isTrying}>
            {isTrying ? 'Unlocking…' : 'Unlock'}
          </Button>
          {passphrase && (
            <Button variant="quiet" onPress={change}>
              {by === 'passphrase' ? 'Use the recovery code' : 'Use the passphrase'}
            </Button>
          )}
        </div>
      </form>
      <p className={`${styles.words ?? ''} ${styles.below ?? ''}`}>
        Without {passphrase ? 'passphrase and recovery code' : 'the recovery code'} nobody can open it, and nobody can
        make {passphrase ? 'them' : 'it'} anew: not the makers of Backstory either.
      </p>
    </main>
  );
}
