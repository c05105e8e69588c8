import { useState } from 'react';
import { localDay, readTypedDay } from '../fields/index.ts';
import { Button, Dialog, TextField } from '../ui/index.ts';
import styles from './news.module.css';
import { daysAgo, sinceChoices, sinceDay } from './since.ts';
import type { Since } from './since.ts';

interface SinceDialogProps {
  /** Where there is something that was not looked at yet. */
  readonly unseen: Since | null;
  readonly onChoose: (since: Since) => void;
  readonly onClose: () => void;
}

/** Asks since when changes are wanted. */
export function SinceDialog({ unseen, onChoose, onClose }: SinceDialogProps) {
  const [text, setText] = useState('');
  const today = localDay(new Date());
  const reading = readTypedDay(text, today);
  const day = reading.ok ? reading.value : null;
  return (
    <Dialog
      title="What changed since…"
      size="small"
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <div className={styles.choices}>
        {unseen !== null && <Button onPress={() => onChoose(unseen)}>I last looked</Button>}
        {sinceChoices.map(({ id, words, days }) => (
          <Button key={id} onPress={() => onChoose(daysAgo(days, new Date()))}>
            {words}
          </Button>
        ))}
      </div>
      <form
        aria-label="Since a day"
        className={styles.dayForm}
        onSubmit={(event) => {
          event.preventDefault();
          if (day !== null) onChoose(sinceDay(day));
        }}
      >
        <TextField
          label="Or since a day"
          placeholder="3 March 2026"
          value={text}
          onChange={setText}
          isInvalid={!reading.ok}
          description={reading.ok ? reading.readAs : undefined}
          errorMessage={reading.ok ? undefined : reading.message}
        />
        <Button type="submit" variant="primary" isDisabled={day === null}>
          Show
        </Button>
      </form>
    </Dialog>
  );
}
