import { useState } from 'react';
import type { Bridge, SyncKeys } from '../../shared/bridge/index.ts';
import { relayAddress } from '../../shared/sync/relay-address.ts';
import { Button, ProgressBar, TextField } from '../ui/index.ts';
import { KeyChoice } from './keys/KeyChoice.tsx';
import { isWhole, useKeyWay } from './keys/use-key-way.ts';
import { rememberedRelay, rememberRelay } from './person.ts';
import type { Person } from './person.ts';
import { relayProblem } from './relay-words.ts';
import styles from './sharing.module.css';
import { failureWords } from './words.ts';
import { settle, useYou, YouFields } from './YouFields.tsx';

interface ShareSetupProps {
  readonly bridge: Pick<Bridge, 'sync' | 'app' | 'encryption'>;
  readonly notebook: string;
  readonly title: string;
  readonly keys: SyncKeys;
  readonly person: Person;
  /** A relay that was used before, on this device; '' where there is none. */
  readonly knownRelay: string;
  /** The room is there. */
  readonly onShared: () => void;
  readonly onCancel: () => void;
}

/** The first step of sharing: who one is, through which relay, and how the keys are kept. */
export function ShareSetup(props: ShareSetupProps) {
  const { bridge, notebook, title, keys, person, knownRelay, onShared, onCancel } = props;
  const [you, changeYou] = useYou(bridge, person);
  const [relay, setRelay] = useState(rememberedRelay() ?? knownRelay);
  const [isBusy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const needsKeys = keys.kind === 'none';
  const choice = useKeyWay(bridge.encryption, needsKeys);
  const { way } = choice;
  const isReady = you.name.trim() !== '' && relay.trim() !== '' && (!needsKeys || isWhole(way));

  const share = async (): Promise<void> => {
    const origin = relayAddress(relay);
    setWrong(relayProblem(relay));
    setProblem(null);
    if (origin === null) return;
    setBusy(true);
    const made = await makeRoom(origin);
    setBusy(false);
    if (made === null) onShared();
    else setProblem(made);
  };
  /** Gives why it was not done; null where it was. */
  const makeRoom = async (origin: string): Promise<string | null> => {
    const settled = settle(you, person);
    rememberRelay(origin);
    if (needsKeys && way !== null) {
      const kept = await bridge.sync.protect({ passphrase: way.way === 'passphrase' ? way.passphrase : null });
      if (!kept.ok) return failureWords(kept.error);
    }
    const shared = await bridge.sync.share({ notebook, ...settled, relay: origin, title });
    return shared.ok ? null : failureWords(shared.error);
  };

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !isBusy) void share();
      }}
    >
      <p className={styles.words}>
        You and those you invite edit this notebook together, each on their own computer, with or without a network. It
        goes through a relay, encrypted: whoever runs that sees that there is a notebook, and cannot read it.
      </p>
      <YouFields you={you} onChange={changeYou} autoFocus={you.name === ''} />
      <TextField
        label="Relay"
        description="The address of your team’s relay. Anybody can run one: “npm run relay” starts one on this computer, http://127.0.0.1:4747"
        placeholder="https://relay.example.org"
        value={relay}
        onChange={(value) => {
          setRelay(value);
          setWrong(null);
        }}
        isInvalid={wrong !== null}
        errorMessage={wrong}
        maxLength={1000}
        spellCheck="false"
        autoComplete="off"
      />
      {needsKeys && <KeyChoice {...choice} />}
      {problem !== null && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      {isBusy && <ProgressBar label="Asking the relay" isIndeterminate />}
      <div className={styles.buttons}>
        <Button onPress={onCancel}>Cancel</Button>
        <Button type="submit" variant="primary" isDisabled={!isReady}>
          Share
        </Button>
      </div>
    </form>
  );
}
