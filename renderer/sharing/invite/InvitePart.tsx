import { useState } from 'react';
import { syncRoles } from '../../../shared/bridge/index.ts';
import type { Bridge, SyncRole } from '../../../shared/bridge/index.ts';
import { Button, ProgressBar, Radio, RadioGroup } from '../../ui/index.ts';
import styles from '../sharing.module.css';
import { failureWords, roleNames, roleRights } from '../words.ts';
import { InvitationMade } from './InvitationMade.tsx';
import type { MadeInvitation } from './InvitationMade.tsx';

interface InvitePartProps {
  readonly bridge: Pick<Bridge, 'sync' | 'files'>;
  readonly notebook: string;
  readonly title: string;
  readonly onMade: () => void;
}

/** In the order that somebody wants to choose from. */
const offered: readonly SyncRole[] = ['editor', 'viewer', 'admin'];

/** Makes invitations, one at a time: each is shown this once. */
export function InvitePart({ bridge, notebook, title, onMade }: InvitePartProps) {
  const [role, setRole] = useState<SyncRole>('editor');
  const [made, setMade] = useState<MadeInvitation | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const invite = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    const answer = await bridge.sync.invite({ notebook, role, title });
    // What those who are invited will be shown to compare.
    const read = answer.ok ? await bridge.sync.readInvite({ link: answer.value.link }) : null;
    setBusy(false);
    if (!answer.ok) return setProblem(failureWords(answer.error));
    setMade({ ...answer.value, role, owner: read?.ok === true ? read.value.owner : null });
    onMade();
  };
  return (
    <section className={styles.part} aria-label="Invite somebody">
      <h3>Invite somebody</h3>
      {made !== null && (
        <InvitationMade bridge={bridge} title={title} invitation={made} onAnother={() => setMade(null)} />
      )}
      {made === null && (
        <div className={styles.form}>
          <RadioGroup
            aria-label="Invite as"
            value={role}
            onChange={(value) => setRole(syncRoles.find((one) => one === value) ?? 'editor')}
          >
            {offered.map((one) => (
              <Radio key={one} value={one} description={roleRights[one]}>
                {roleNames[one]}
              </Radio>
            ))}
          </RadioGroup>
          {problem !== null && (
            <p role="alert" className={styles.problem}>
              {problem}
            </p>
          )}
          {isBusy ? (
            <ProgressBar label="Making the invitation" isIndeterminate />
          ) : (
            <div className={styles.start}>
              <Button variant="primary" onPress={() => void invite()}>
                Make an invitation
              </Button>
            </div>
          )}
        </div>
      )}
    </section>
  );
}
