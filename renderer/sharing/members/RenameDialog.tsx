import { useState } from 'react';
import type { Bridge } from '../../../shared/bridge/index.ts';
import { Button, Dialog } from '../../ui/index.ts';
import type { Person } from '../person.ts';
import styles from '../sharing.module.css';
import { failureWords } from '../words.ts';
import { settle, YouFields } from '../YouFields.tsx';
import type { You } from '../YouFields.tsx';

interface RenameDialogProps {
  readonly bridge: Pick<Bridge, 'sync'>;
  readonly notebook: string;
  /** What teammates see now. */
  readonly called: You;
  readonly person: Person;
  readonly onClose: () => void;
}

/** Asks what teammates are to see from now on of who one is. */
export function RenameDialog({ bridge, notebook, called, person, onClose }: RenameDialogProps) {
  const [you, setYou] = useState(called);
  const [problem, setProblem] = useState<string | null>(null);
  const isReady = you.name.trim() !== '';
  const rename = async (): Promise<void> => {
    const renamed = await bridge.sync.rename({ notebook, ...settle(you, person) });
    if (renamed.ok) onClose();
    else setProblem(failureWords(renamed.error));
  };
  return (
    <Dialog
      title="What you are called"
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void rename();
        }}
      >
        <YouFields you={you} onChange={(change) => setYou((now) => ({ ...now, ...change }))} autoFocus />
        <p className={styles.words}>What you wrote until now keeps the name that it was written under.</p>
        {problem !== null && (
          <p role="alert" className={styles.problem}>
            {problem}
          </p>
        )}
        <div className={styles.buttons}>
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" isDisabled={!isReady}>
            Change
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
