import { useState } from 'react';
import { Button, Dialog, TextField } from '../ui/index.ts';
import styles from './RenameDialog.module.css';

interface RenameDialogProps {
  readonly title: string;
  readonly onRename: (title: string) => void;
  readonly onCancel: () => void;
}

/** Asks for a notebook's new title. */
export function RenameDialog({ title, onRename, onCancel }: RenameDialogProps) {
  const [draft, setDraft] = useState(title);
  const given = draft.trim();
  return (
    <Dialog
      title="Rename the notebook"
      size="small"
      isOpen
      onOpenChange={(open) => {
        if (!open) onCancel();
      }}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (given !== '') onRename(given);
        }}
      >
        <TextField
          label="Title"
          value={draft}
          onChange={setDraft}
          autoFocus
          onFocus={(event) => {
            if (event.target instanceof HTMLInputElement) event.target.select();
          }}
        />
        <div className={styles.buttons}>
          <Button onPress={onCancel}>Cancel</Button>
          <Button type="submit" variant="primary" isDisabled={given === ''}>
            Rename
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
