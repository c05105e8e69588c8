import { NewPassphrase } from '../../app/encryption/NewPassphrase.tsx';
import { Radio, RadioGroup, Spinner } from '../../ui/index.ts';
import styles from '../sharing.module.css';
import type { KeyWayChoice } from './use-key-way.ts';

/** Chooses, once on each computer, how the keys of shared notebooks are kept. */
export function KeyChoice({ keychain, way: choice, choose: onChange }: KeyWayChoice) {
  if (keychain === null || choice === null) return <Spinner label="Looking for the keychain" />;
  return (
    <section className={styles.part} aria-label="Keys of this device">
      <h3>Keys of this device</h3>
      <p className={styles.words}>
        Shared notebooks are encrypted before they leave this computer. The keys stay on it, and are kept
        {keychain.available ? ' in one of two ways.' : ' behind a passphrase.'}
      </p>
      {keychain.available ? (
        <RadioGroup
          aria-label="How the keys are kept"
          value={choice.way}
          onChange={(way) => onChange({ way: way === 'keychain' ? 'keychain' : 'passphrase', passphrase: null })}
        >
          <Radio value="keychain" description="Nothing to type: it opens with your account on this computer.">
            In this computer’s keychain
          </Radio>
          <Radio value="passphrase" description="Asked for after every start, when a shared notebook is opened.">
            Behind a passphrase
          </Radio>
        </RadioGroup>
      ) : (
        <p className={styles.warning}>
          {keychain.why} So a passphrase is asked for after every start. If it is forgotten, this device has to be
          invited again; the notebooks stay readable.
        </p>
      )}
      {choice.way === 'passphrase' && (
        <div className={styles.form}>
          <NewPassphrase onChange={(passphrase) => onChange({ way: 'passphrase', passphrase })} />
        </div>
      )}
    </section>
  );
}
