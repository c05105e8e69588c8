import type { Bridge } from '../../../shared/bridge/index.ts';
import { useSync, useSyncKeys } from '../../sync/index.ts';
import { Button, Dialog, Spinner } from '../../ui/index.ts';
import { KeyChoice } from '../keys/KeyChoice.tsx';
import { LockedKeys } from '../keys/LockedKeys.tsx';
import { isWhole, useKeyWay } from '../keys/use-key-way.ts';
import type { Person } from '../person.ts';
import styles from '../sharing.module.css';
import { failureWords, roleNames, roleRights, untilWords } from '../words.ts';
import { settle, useYou, YouFields } from '../YouFields.tsx';
import type { JoinFlow, JoinStage } from './join-flow.ts';

interface ConfirmJoinProps {
  readonly bridge: Pick<Bridge, 'app' | 'encryption'>;
  readonly flow: JoinFlow;
  readonly stage: Extract<JoinStage, { kind: 'confirming' }>;
  readonly person: Person;
}

/** Shows what an invitation says, and asks before anything is sent. */
export function ConfirmJoin({ bridge, flow, stage: { info, problem }, person }: ConfirmJoinProps) {
  const { sync, shared } = useSync();
  const keys = useSyncKeys();
  const [you, changeYou] = useYou(bridge, person);
  const cancel = (): void => void flow.cancel();
  const needsKeys = keys?.kind === 'none';
  const choice = useKeyWay(bridge.encryption, needsKeys);
  const { way } = choice;
  const isReady = you.name.trim() !== '' && (!needsKeys || isWhole(way));
  const protect = async (): Promise<string | null> => {
    if (!needsKeys || way === null) return null;
    const kept = await sync.protect({ passphrase: way.way === 'passphrase' ? way.passphrase : null });
    void shared.refresh();
    return kept.ok ? null : failureWords(kept.error);
  };
  return (
    <Dialog
      title={`Join “${info.title}”?`}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) cancel();
      }}
    >
      <div className={styles.form}>
        <dl className={styles.facts}>
          <dt>Invited by</dt>
          <dd>{info.from === '' ? 'somebody who gave no name' : info.from}</dd>
          <dt>You would be</dt>
          <dd>
            {roleNames[info.role]}: {lower(roleRights[info.role])}
          </dd>
          <dt>Through the relay</dt>
          <dd>{info.relay}</dd>
          <dt>Valid until</dt>
          <dd>{untilWords(info.expires)}</dd>
          <dt>Owner’s key</dt>
          <dd className={styles.digits}>{info.owner}</dd>
        </dl>
        <p className={styles.words}>
          Anybody can write any name into an invitation. If you are not sure where it comes from, let the owner read you
          these digits over the telephone.
        </p>
        {keys === null && <Spinner label="Looking for the keys" />}
        {keys?.kind === 'locked' && (
          <LockedKeys
            keys={keys}
            sync={sync}
            encryption={bridge.encryption}
            onUnlocked={() => void shared.refresh()}
            onCancel={cancel}
            cancelLabel="Cancel"
          />
        )}
        {keys !== null && keys.kind !== 'locked' && (
          <form
            className={styles.form}
            onSubmit={(event) => {
              event.preventDefault();
              if (isReady) void flow.join(settle(you, person), protect);
            }}
          >
            <YouFields you={you} onChange={changeYou} autoFocus={you.name === ''} />
            {needsKeys && <KeyChoice {...choice} />}
            {problem !== null && (
              <p role="alert" className={styles.problem}>
                {problem}
              </p>
            )}
            <div className={styles.buttons}>
              <Button onPress={cancel}>Cancel</Button>
              <Button type="submit" variant="primary" isDisabled={!isReady}>
                Join
              </Button>
            </div>
          </form>
        )}
      </div>
    </Dialog>
  );
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
