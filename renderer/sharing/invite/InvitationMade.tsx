import { useRef, useState } from 'react';
import type { Bridge, SyncRole } from '../../../shared/bridge/index.ts';
import { Button, TextField, toasts } from '../../ui/index.ts';
import styles from '../sharing.module.css';
import { asRole, untilWords } from '../words.ts';
import { inviteFileName } from './invite-file.ts';
import { QrCode } from './QrCode.tsx';

/** An invitation that was made just now. */
export interface MadeInvitation {
  readonly link: string;
  readonly role: SyncRole;
  /** Milliseconds since 1970. */
  readonly expires: number;
  /** The owner's key in digits; null where it is not known. */
  readonly owner: string | null;
}

interface InvitationMadeProps {
  readonly bridge: Pick<Bridge, 'files'>;
  readonly title: string;
  readonly invitation: MadeInvitation;
  readonly onAnother: () => void;
}

/** The link of a new invitation: to be copied, scanned or saved, and what to mind. */
export function InvitationMade({ bridge, title, invitation, onAnother }: InvitationMadeProps) {
  const { link, role, expires, owner } = invitation;
  const field = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const copy = (): void => {
    field.current?.select();
    // The page has no permission for the clipboard; copying what is selected needs none.
    setCopied(document.execCommand('copy'));
  };
  const save = async (): Promise<void> => {
    setProblem(null);
    const saved = await bridge.files.saveExchange({
      name: inviteFileName(title),
      bytes: new TextEncoder().encode(`${link}\n`),
    });
    if (saved.ok) toasts.show({ message: `Saved as “${saved.value.fileName}”.` });
    else if (saved.error.reason !== 'cancelled') setProblem(`Not saved. ${saved.error.message}`);
  };
  return (
    <div className={styles.made}>
      <div className={styles.form}>
        <p role="status" className={styles.words}>
          One person can join with it, as {asRole[role]}, on one device, until {untilWords(expires)}. It is shown this
          once.
        </p>
        <p className={styles.warning}>
          Whoever has it can read the notebook. Send it to the one person it is for, in a way you trust.
        </p>
        <TextField label="Link" value={link} isReadOnly inputRef={field} inputClassName={styles.link} />
        <div className={styles.start}>
          <Button variant="primary" autoFocus onPress={copy}>
            Copy the link
          </Button>
          <Button onPress={() => void save()}>Save as a file…</Button>
          <span role="status" className={styles.meta}>
            {isCopied ? 'Copied.' : ''}
          </span>
          <Button variant="quiet" onPress={onAnother}>
            Invite somebody else
          </Button>
        </div>
        {owner !== null && (
          <p className={styles.meta}>
            Who joins sees the owner’s key, and can ask you for it: <span className={styles.digits}>{owner}</span>
          </p>
        )}
        {problem !== null && (
          <p role="alert" className={styles.problem}>
            {problem}
          </p>
        )}
      </div>
      <QrCode text={link} label="QR code of the link, for a camera: it says the same as the link beside it" />
    </div>
  );
}
