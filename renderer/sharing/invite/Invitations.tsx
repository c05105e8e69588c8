import type { SyncMembers } from '../../../shared/bridge/index.ts';
import { Button } from '../../ui/index.ts';
import styles from '../sharing.module.css';
import { roleNames, untilWords } from '../words.ts';

interface InvitationsProps {
  readonly invitations: SyncMembers['invitations'];
  /** Null where this device may not take them back. */
  readonly onRevoke: ((id: string) => void) | null;
}

/** The invitations that still hold. */
export function Invitations({ invitations, onRevoke }: InvitationsProps) {
  return (
    <section className={styles.part} aria-label="Invitations that were not used yet">
      <h3>Invitations that were not used yet</h3>
      <ul className={styles.rows} aria-label="Invitations">
        {invitations.map(({ id, role, expires }) => (
          <li key={id} className={styles.row}>
            <div className={styles.who}>
              <span>{roleNames[role]}</span>
              <span className={styles.meta}>until {untilWords(expires)}</span>
            </div>
            {onRevoke !== null && (
              <Button
                size="small"
                aria-label={`Take back the invitation: ${roleNames[role]}, until ${untilWords(expires)}`}
                onPress={() => onRevoke(id)}
              >
                Take back
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
