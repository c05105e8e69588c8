import { useState } from 'react';
import { Button, Dialog, TextField } from '../../ui/index.ts';
import styles from './dialogs.module.css';

interface NameDialogProps {
  readonly name: string;
  readonly onAnswer: (name: string | null) => void;
}

/** Asks under which name notes are written. */
export function NameDialog({ name, onAnswer }: NameDialogProps) {
  const [draft, setDraft] = useState(name);
  const given = draft.trim();
  return (
    <Dialog
      title={name === '' ? 'What is your name?' : 'Change your name'}
      size="small"
      isOpen
      onOpenChange={(open) => {
        if (!open) onAnswer(null);
      }}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (given !== '') onAnswer(given);
        }}
      >
        <p className={styles.words}>
          It stands above your notes, so that others know who wrote them. It stays on this computer until you share a
          notebook; what is already written keeps the name it has.
        </p>
        <TextField label="Your name" value={draft} onChange={setDraft} maxLength={200} autoFocus />
        <div className={styles.buttons}>
          <Button onPress={() => onAnswer(null)}>Not now</Button>
          <Button type="submit" variant="primary" isDisabled={given === ''}>
            Save name
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
