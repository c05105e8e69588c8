import { useEffect, useState } from 'react';
import type { Bridge, Keychain } from '../../../shared/bridge/index.ts';
import { Button, Checkbox, Dialog, ProgressBar, Radio, RadioGroup } from '../../ui/index.ts';
import styles from './encryption.module.css';
import { NewPassphrase } from './NewPassphrase.tsx';
import { RecoveryCode } from './RecoveryCode.tsx';

interface EncryptDialogProps {
  readonly bridge: Pick<Bridge, 'encryption'>;
  /** Stores and closes everything; gives a sentence where that could not be done. */
  readonly onLetGo: () => Promise<string | null>;
  /** The library is an encrypted one from now on: the window begins anew. */
  readonly onBegun: () => void;
  readonly onClose: () => void;
}

type Step =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'busy'; readonly label: string }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'problem'; readonly message: string };

/** Turns encryption on: how it is unlocked, the recovery code, and then the notebooks. */
export function EncryptDialog({ bridge, onLetGo, onBegun, onClose }: EncryptDialogProps) {
  const [step, setStep] = useState<Step>({ kind: 'choosing' });
  const [isKept, setKept] = useState(false);
  const [choice, setChoice] = useState<Choice>({ way: 'passphrase', passphrase: null, remember: false });

  const prepare = async (): Promise<void> => {
    setStep({ kind: 'busy', label: 'Making a key' });
    const passphrase = choice.way === 'passphrase' ? choice.passphrase : null;
    const keychain = choice.way === 'keychain' || choice.remember;
    const made = await bridge.encryption.prepare({ passphrase, keychain });
    setKept(false);
    setStep(
      made.ok ? { kind: 'code', code: made.value.recoveryCode } : { kind: 'problem', message: made.error.message },
    );
  };
  const begin = async (): Promise<void> => {
    setStep({ kind: 'busy', label: 'Storing everything in the library folder' });
    const problem = await onLetGo();
    if (problem !== null) {
      setStep({ kind: 'problem', message: problem });
      return;
    }
    const begun = await bridge.encryption.begin();
    if (begun.ok) onBegun();
    else setStep({ kind: 'problem', message: begun.error.message });
  };
  const isReady = choice.way === 'keychain' || choice.passphrase !== null;
  return (
    <Dialog
      title={step.kind === 'code' ? 'Keep this recovery code' : 'Encrypt this library'}
      isOpen
      isDismissable={step.kind !== 'busy'}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      footer={
        step.kind !== 'busy' && (
          <>
            <Button onPress={onClose}>{step.kind === 'problem' ? 'Close' : 'Cancel'}</Button>
            {step.kind === 'choosing' && (
              <Button variant="primary" isDisabled={!isReady} onPress={() => void prepare()}>
                Continue
              </Button>
            )}
            {step.kind === 'code' && (
              <Button variant="primary" isDisabled={!isKept} onPress={() => void begin()}>
                Encrypt the library
              </Button>
            )}
          </>
        )
      }
    >
      {step.kind === 'choosing' && <Choosing bridge={bridge} choice={choice} onChange={setChoice} />}
      {step.kind === 'busy' && <ProgressBar label={step.label} isIndeterminate />}
      {step.kind === 'problem' && (
        <p role="alert" className={styles.problem}>
          {step.message}
        </p>
      )}
      {step.kind === 'code' && (
        <>
          <p className={styles.words}>
            It unlocks the library when{' '}
            {choice.way === 'keychain'
              ? 'this computer’s keychain does not give the key any more, or on another computer'
              : 'the passphrase is forgotten'}
            . It is shown this once and stored nowhere. Write it down, and keep it apart from this computer.
          </p>
          <RecoveryCode code={step.code} />
          <Checkbox isSelected={isKept} onChange={setKept}>
            I have written it down
          </Checkbox>
        </>
      )}
    </Dialog>
  );
}

/** How the library is to be unlocked. */
interface Choice {
  readonly way: 'passphrase' | 'keychain';
  /** Null until it can be used. */
  readonly passphrase: string | null;
  /** Whether this computer's keychain keeps the key besides. */
  readonly remember: boolean;
}

interface ChoosingProps {
  readonly bridge: Pick<Bridge, 'encryption'>;
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
}

function Choosing({ bridge, choice, onChange }: ChoosingProps) {
  const [keychain, setKeychain] = useState<Keychain | null>(null);
  useEffect(() => {
    void bridge.encryption.keychain().then(setKeychain);
  }, [bridge]);
  const isAvailable = keychain?.available === true;
  return (
    <div className={styles.form}>
      <div>
        <p className={styles.words}>
          Notebooks, backups, captured texts and titles are then unreadable to whoever gets at the disk or a copy of the
          folder, without the key. While Backstory runs, they are open as before.
        </p>
        <p className={styles.warning}>
          What lay on the disk until now is removed, but may survive: an SSD keeps old bytes for a while, and backups
          and cloud copies (Time Machine, Dropbox and the like) keep what they have. Notebooks exported as files, and
          briefs as PDF, are never encrypted.
        </p>
      </div>
      <RadioGroup
        label="How it is unlocked"
        value={choice.way}
        onChange={(way) => onChange({ ...choice, way: way === 'keychain' ? 'keychain' : 'passphrase' })}
      >
        <Radio value="passphrase" description="Asked for at every start. The same on every computer.">
          By a passphrase
        </Radio>
        <Radio
          value="keychain"
          isDisabled={!isAvailable}
          description={
            keychain === null || isAvailable
              ? 'Nothing to type: whoever is signed in to this computer as you can open it.'
              : keychain.why
          }
        >
          By this computer’s keychain
        </Radio>
      </RadioGroup>
      {choice.way === 'passphrase' && (
        <>
          <NewPassphrase onChange={(passphrase) => onChange({ ...choice, passphrase })} />
          {isAvailable && (
            <Checkbox isSelected={choice.remember} onChange={(remember) => onChange({ ...choice, remember })}>
              Do not ask on this computer: its keychain keeps the key
            </Checkbox>
          )}
        </>
      )}
    </div>
  );
}
