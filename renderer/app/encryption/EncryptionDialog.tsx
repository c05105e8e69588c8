import { useEffect, useState } from 'react';
import type { Bridge, EncryptionState, Keychain } from '../../../shared/bridge/index.ts';
import { Button, Checkbox, Dialog, toasts } from '../../ui/index.ts';
import styles from './encryption.module.css';
import { NewPassphrase } from './NewPassphrase.tsx';
import { RecoveryCode } from './RecoveryCode.tsx';
import { SecretField } from './SecretField.tsx';

interface EncryptionDialogProps {
  readonly bridge: Pick<Bridge, 'encryption'>;
  readonly state: Extract<EncryptionState, { kind: 'open' }>;
  /** Looks again how it stands. */
  readonly onChanged: () => void;
  readonly onTurnOff: () => void;
  readonly onClose: () => void;
}

/** What there is to change of an encrypted library. */
export function EncryptionDialog(props: EncryptionDialogProps) {
  const { onTurnOff, onClose } = props;
  const [code, setCode] = useState<string | null>(null);
  const newCode = async (): Promise<void> => {
    const made = await props.bridge.encryption.newCode();
    if (made.ok) setCode(made.value.recoveryCode);
    else toasts.show({ message: made.error.message, tone: 'error' });
  };
  return (
    <Dialog
      title="This library is encrypted"
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      footer={
        <Button variant="primary" onPress={onClose}>
          Close
        </Button>
      }
    >
      <PassphrasePart {...props} />
      <KeychainPart {...props} />
      <section className={styles.part}>
        <h3>Recovery code</h3>
        {code === null ? (
          <>
            <p className={styles.words}>If it is lost, or somebody else has seen it, make another.</p>
            <Button onPress={() => void newCode()}>Make a new recovery code</Button>
          </>
        ) : (
          <>
            <p role="status" className={styles.words}>
              Write it down: it is shown this once. The one before opens nothing any more, except older copies of the
              library.
            </p>
            <RecoveryCode code={code} />
          </>
        )}
      </section>
      <section className={styles.part}>
        <h3>Turn off</h3>
        <p className={styles.words}>All notebooks become plain files again, which anybody who has them can read.</p>
        <Button variant="danger" onPress={onTurnOff}>
          Take the encryption off…
        </Button>
      </section>
    </Dialog>
  );
}

function PassphrasePart({ bridge, state, onChanged }: EncryptionDialogProps) {
  const [current, setCurrent] = useState('');
  const [passphrase, setPassphrase] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  /** Grows with every change that was made: the fields begin anew. */
  const [made, setMade] = useState(0);
  const change = async (wanted: string): Promise<void> => {
    setBusy(true);
    const changed = await bridge.encryption.changePassphrase({
      current: state.passphrase ? current : null,
      passphrase: wanted,
    });
    setBusy(false);
    if (!changed.ok) {
      setProblem(changed.error.message);
      return;
    }
    setCurrent('');
    setPassphrase(null);
    setMade(made + 1);
    toasts.show({ message: 'The passphrase was changed. Older copies of the library still open with the one before.' });
    onChanged();
  };
  return (
    <section className={styles.part}>
      <h3>{state.passphrase ? 'Change the passphrase' : 'Set a passphrase'}</h3>
      <form
        key={made}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (passphrase !== null && !isBusy) void change(passphrase);
        }}
      >
        {state.passphrase && (
          <SecretField
            label="Present passphrase, or the recovery code"
            value={current}
            onChange={(typed) => {
              setCurrent(typed);
              setProblem(null);
            }}
            isShown={false}
            problem={problem}
          />
        )}
        <NewPassphrase onChange={setPassphrase} />
        <div>
          <Button type="submit" isDisabled={passphrase === null || isBusy || (state.passphrase && current === '')}>
            {state.passphrase ? 'Change the passphrase' : 'Set the passphrase'}
          </Button>
        </div>
      </form>
    </section>
  );
}

function KeychainPart({ bridge, state, onChanged }: EncryptionDialogProps) {
  const [keychain, setKeychain] = useState<Keychain | null>(null);
  useEffect(() => {
    void bridge.encryption.keychain().then(setKeychain);
  }, [bridge]);
  const remember = async (wanted: boolean): Promise<void> => {
    const done = await bridge.encryption.remember({ keychain: wanted });
    if (!done.ok) toasts.show({ message: done.error.message, tone: 'error' });
    onChanged();
  };
  const isFixed = keychain?.available !== true || (state.keychain && !state.passphrase);
  return (
    <section className={styles.part}>
      <h3>This computer</h3>
      <Checkbox isSelected={state.keychain} isDisabled={isFixed} onChange={(wanted) => void remember(wanted)}>
        Open without asking: this computer’s keychain keeps the key
      </Checkbox>
      {keychain?.available === false && <p className={styles.words}>{keychain.why}</p>}
      {state.keychain && !state.passphrase && (
        <p className={styles.words}>Set a passphrase first to let the keychain forget the key.</p>
      )}
    </section>
  );
}
