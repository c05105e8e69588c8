import { useRef, useState } from 'react';
import { Button, Dialog, TextField } from '../../ui/index.ts';
import { inviteEnding, linkIn, readInviteFile } from '../invite/invite-file.ts';
import styles from '../sharing.module.css';

interface AskLinkProps {
  /** Why the last one was not taken. */
  readonly problem: string | null;
  readonly onRead: (link: string) => void;
  readonly onCancel: () => void;
}

/** Asks for an invitation: its link, or its file. */
export function AskLink({ problem, onRead, onCancel }: AskLinkProps) {
  const [typed, setTyped] = useState('');
  const file = useRef<HTMLInputElement>(null);
  const link = linkIn(typed);
  return (
    <Dialog
      title="Join a notebook"
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onCancel();
      }}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (link !== '') onRead(link);
        }}
      >
        <p className={styles.words}>
          Somebody who shares a notebook can send you an invitation. You see what it says before anything is sent
          anywhere.
        </p>
        <TextField
          label="Link of the invitation"
          placeholder="backstory://join#…"
          value={typed}
          onChange={setTyped}
          // What was wrong with the last link does not keep the form from sending the next.
          validationBehavior="aria"
          isInvalid={problem !== null}
          errorMessage={problem}
          maxLength={8192}
          spellCheck="false"
          autoComplete="off"
          inputClassName={styles.link}
          autoFocus
        />
        <input
          ref={file}
          type="file"
          hidden
          aria-label="File of the invitation"
          accept={`${inviteEnding},.txt`}
          onChange={(event) => {
            const [chosen] = event.target.files ?? [];
            event.target.value = '';
            // A file that holds no link is refused with the same words as a link that is none.
            if (chosen !== undefined) void readInviteFile(chosen).then(onRead);
          }}
        />
        <div className={styles.spread}>
          <Button onPress={() => file.current?.click()}>Open a file…</Button>
          <div className={styles.buttons}>
            <Button onPress={onCancel}>Cancel</Button>
            <Button type="submit" variant="primary" isDisabled={link === ''}>
              Continue
            </Button>
          </div>
        </div>
      </form>
    </Dialog>
  );
}
