import { useState } from 'react';
import { syncRoles } from '../../../shared/bridge/index.ts';
import type { SyncMember, SyncRole } from '../../../shared/bridge/index.ts';
import { Button, ConfirmDialog, Moment, Option, Select } from '../../ui/index.ts';
import styles from '../sharing.module.css';
import { memberName, roleNames } from '../words.ts';

interface MemberRowProps {
  readonly member: SyncMember;
  /** Whether its role may be changed, and it may be removed, from here. */
  readonly mayChange: boolean;
  readonly onRole: (role: SyncRole) => void;
  readonly onRemove: () => void;
  /** Where one may say what one is called: one's own row. */
  readonly onRename: (() => void) | null;
}

/** One device that belongs to a notebook. */
export function MemberRow({ member, mayChange, onRole, onRemove, onRename }: MemberRowProps) {
  const [isAsking, setAsking] = useState(false);
  const { device, role, isOwner, isYou, since, warning } = member;
  const name = memberName(member);
  return (
    <li className={styles.row}>
      <div className={styles.who}>
        <span className={styles.name}>
          {name}
          {isYou && <span className={styles.tag}>You</span>}
          {isOwner && <span className={styles.tag}>Owner</span>}
        </span>
        <span className={styles.meta}>
          {member.name !== '' && device !== '' && `${device} · `}
          since <Moment at={new Date(since).toISOString()} />
        </span>
        {warning !== null && (
          <span className={styles.caution}>
            Another device used this name before. Ask {name === '' ? 'them' : name} in some other way whether this is
            theirs; if it is not, {mayChange ? 'remove it' : 'tell an admin'}.
          </span>
        )}
      </div>
      <div className={styles.ways}>
        {onRename !== null && (
          <Button size="small" onPress={onRename}>
            Change name…
          </Button>
        )}
        {mayChange ? (
          <>
            <Select
              aria-label={`Role of ${name}`}
              value={role}
              onChange={(key) => {
                const chosen = syncRoles.find((one) => one === key);
                if (chosen !== undefined && chosen !== role) onRole(chosen);
              }}
            >
              {syncRoles.map((one) => (
                <Option key={one} id={one}>
                  {roleNames[one]}
                </Option>
              ))}
            </Select>
            <Button variant="danger" size="small" aria-label={`Remove ${name}…`} onPress={() => setAsking(true)}>
              Remove…
            </Button>
          </>
        ) : (
          <span className={styles.role}>{roleNames[role]}</span>
        )}
      </div>
      {isAsking && (
        <ConfirmDialog
          title={`Remove ${name}?`}
          confirmLabel="Remove"
          tone="danger"
          isOpen
          onCancel={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            onRemove();
          }}
        >
          <p>
            What was already read stays read, and what {name} wrote stays in the notebook. From now on the relay lets
            this device in no more, and the notebook gets a new key that it does not have.
          </p>
        </ConfirmDialog>
      )}
    </li>
  );
}
