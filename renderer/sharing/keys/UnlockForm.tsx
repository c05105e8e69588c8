import { useState } from 'react';
import type { Bridge } from '../../../shared/bridge/index.ts';
import { SecretField } from '../../app/encryption/SecretField.tsx';
import { Button, Checkbox } from '../../ui/index.ts';
import styles from '../sharing.module.css';
import { failureWords } from '../words.ts';

interface UnlockFormProps {
  readonly sync: Pick<Bridge['sync'], 'unlock'>;
  readonly onUnlocked: () => void;
  readonly onCancel: () => void;
  /** What the other button says. */
  readonly cancelLabel: string;
}

/** Asks for the passphrase of the keys of shared notebooks. */
export function UnlockForm({ sync, onUnlocked, onCancel, cancelLabel }: UnlockFormProps) {
  const [passphrase, setPassphrase] = useState('');
  const [isShown, setShown] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const unlock = async (): Promise<void> => {
    setBusy(true);
    const unlocked = await sync.unlock({ passphrase });
    setBusy(false);
    if (unlocked.ok) onUnlocked();
    else setProblem(failureWords(unlocked.error));
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (passphrase !== '' && !isBusy) void unlock();
      }}
    >
      <p className={styles.words}>
        The keys of shared notebooks on this computer are locked. Without them nothing is sent or fetched; you can read
        and write all the same, and it is sent once they are unlocked.
      </p>
      <SecretField
        label="Passphrase"
        value={passphrase}
        onChange={(value) => {
          setPassphrase(value);
          setProblem(null);
        }}
        isShown={isShown}
        problem={problem}
        autoFocus
      />
      <Checkbox isSelected={isShown} onChange={setShown}>
        Show what I type
      </Checkbox>
      <div className={styles.buttons}>
        <Button onPress={onCancel}>{cancelLabel}</Button>
        <Button type="submit" variant="primary" isDisabled={passphrase === '' || isBusy}>
          Unlock
        </Button>
      </div>
    </form>
  );
}
