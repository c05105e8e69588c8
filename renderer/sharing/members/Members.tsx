import { useState } from 'react';
import type { Bridge, SharedNotebook, SyncFailure } from '../../../shared/bridge/index.ts';
import type { Problem, Result } from '../../../shared/lib/result.ts';
import { useSync } from '../../sync/index.ts';
import { Button, Spinner } from '../../ui/index.ts';
import { Invitations } from '../invite/Invitations.tsx';
import { InvitePart } from '../invite/InvitePart.tsx';
import { OfflineFiles } from '../files/OfflineFiles.tsx';
import type { Person } from '../person.ts';
import styles from '../sharing.module.css';
import { asRole, failureWords } from '../words.ts';
import { LeaveDialog } from './LeaveDialog.tsx';
import { MemberRow } from './MemberRow.tsx';
import { RenameDialog } from './RenameDialog.tsx';
import { useMembers } from './use-members.ts';

interface MembersProps {
  readonly bridge: Bridge;
  readonly share: SharedNotebook;
  readonly title: string;
  readonly person: Person;
  readonly onLeft: () => void;
}

/** Who belongs to a shared notebook, who is invited, and what may be done about both. */
export function Members({ bridge, share, title, person, onLeft }: MembersProps) {
  const { shared } = useSync();
  const { notebook, role, isOwner, relay } = share;
  const [{ members: known, problem: unknown }, look] = useMembers(bridge, notebook);
  const [problem, setProblem] = useState<string | null>(null);
  const [isLeaving, setLeaving] = useState(false);
  const [isRenaming, setRenaming] = useState(false);
  const mayAdminister = role === 'admin' || isOwner;
  /** Does something to the membership and looks what came of it. */
  const change = async (doing: Promise<Result<undefined, Problem<SyncFailure>>>): Promise<void> => {
    setProblem(null);
    const done = await doing;
    if (!done.ok) setProblem(failureWords(done.error));
    await look();
  };
  const you = known?.members.find(({ isYou }) => isYou);
  const said = problem ?? (unknown === null ? null : failureWords(unknown));
  return (
    <>
      <p className={styles.words}>
        {role === null ? 'This device is not a member now' : isOwner ? 'You are the owner' : `You are ${asRole[role]}`}.
        The notebook goes through {relay}, encrypted.
      </p>
      {said !== null && (
        <p role="alert" className={styles.problem}>
          {said}
        </p>
      )}
      {mayAdminister && <InvitePart bridge={bridge} notebook={notebook} title={title} onMade={() => void look()} />}
      {known === null && unknown === null && <Spinner label="Looking who belongs to it" />}
      {known !== null && known.invitations.length > 0 && (
        <Invitations
          invitations={known.invitations}
          onRevoke={mayAdminister ? (invite) => void change(bridge.sync.revoke({ notebook, invite })) : null}
        />
      )}
      {known !== null && (
        <section className={styles.part} aria-label="Members">
          <h3>Members</h3>
          <ul className={styles.rows} aria-label="Members">
            {known.members.map((member) => (
              <MemberRow
                key={member.id}
                member={member}
                mayChange={mayAdminister && !member.isOwner && !member.isYou}
                onRole={(next) => void change(bridge.sync.setRole({ notebook, member: member.id, role: next }))}
                onRemove={() => void change(bridge.sync.remove({ notebook, member: member.id }))}
                onRename={member.isYou ? () => setRenaming(true) : null}
              />
            ))}
          </ul>
          {known.members.length === 1 && (
            <p className={styles.words}>
              {known.invitations.length > 0 || !mayAdminister
                ? 'Nobody else has joined yet.'
                : 'Nobody else yet. Make an invitation, and send it to one person.'}
            </p>
          )}
        </section>
      )}
      {role !== null && (
        <section className={styles.part} aria-label="Captures and pictures">
          <h3>Captures and pictures</h3>
          <OfflineFiles bridge={bridge} notebook={notebook} />
        </section>
      )}
      <section className={styles.part} aria-label="Leave">
        <Button variant="danger" onPress={() => setLeaving(true)}>
          Leave this notebook’s team…
        </Button>
      </section>
      {isRenaming && you !== undefined && (
        <RenameDialog
          {...{ bridge, notebook, person }}
          called={you}
          onClose={() => {
            setRenaming(false);
            void look();
          }}
        />
      )}
      {isLeaving && (
        <LeaveDialog
          title={title}
          isOwner={isOwner}
          onCancel={() => setLeaving(false)}
          onLeave={() => {
            setLeaving(false);
            void bridge.sync.leave({ notebook }).then(async (left) => {
              if (!left.ok) return setProblem(failureWords(left.error));
              await shared.refresh();
              onLeft();
            });
          }}
        />
      )}
    </>
  );
}
