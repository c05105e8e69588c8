import { useRef, useState } from 'react';
import { dateInWords } from '../../shared/story/dates/index.ts';
import type { LogItem } from '../../shared/story/fields.ts';
import { useReadOnly, useSession } from '../session/session-context.ts';
import { Button, TextField } from '../ui/index.ts';
import type { Bound } from './bound.ts';
import styles from './fields.module.css';
import { readTypedDate } from './read-typed.ts';
import { singular } from './singular.ts';
import { UnreadableList } from './Unreadable.tsx';
import { useReadingDay } from './use-reading-day.ts';

/** Values over time, latest first. They are only ever added to: what stood earlier is part of the story. */
export function LogField({ bound }: { readonly bound: Bound<readonly LogItem[]> }) {
  const { writer } = useSession();
  const [adding, setAdding] = useState(false);
  const addButton = useRef<HTMLButtonElement>(null);
  const isReadOnly = useReadOnly();
  if (bound.problem !== null) return <UnreadableList bound={bound} />;
  const one = singular(bound.label);
  const leave = (): void => {
    setAdding(false);
    queueMicrotask(() => addButton.current?.focus());
  };
  return (
    <div role="group" aria-label={bound.name} className={styles.log}>
      {bound.value.length > 0 && (
        <ul>
          {bound.value.toReversed().map((item) => (
            <li key={`${item.recordedAt} ${item.value}`}>
              <span className={styles.logValue}>{item.value}</span>
              {item.on !== null && <span className={styles.logDate}>{dateInWords(item.on)}</span>}
            </li>
          ))}
        </ul>
      )}
      {isReadOnly ? null : adding ? (
        <NewItem
          name={bound.name}
          onLeave={leave}
          onAdd={(item) => {
            bound.set([...bound.value, { ...item, recordedAt: writer.now() }]);
            leave();
          }}
        />
      ) : (
        <button
          ref={addButton}
          type="button"
          data-placeholder="hidden"
          className={styles.add}
          aria-label={`Add ${one}: ${bound.name}`}
          onClick={() => setAdding(true)}
        >
          Add {one}
        </button>
      )}
    </div>
  );
}

interface NewItemProps {
  readonly name: string;
  readonly onAdd: (item: Pick<LogItem, 'value' | 'on'>) => void;
  readonly onLeave: () => void;
}

function NewItem({ name, onAdd, onLeave }: NewItemProps) {
  const today = useReadingDay();
  const [value, setValue] = useState('');
  const [date, setDate] = useState('');
  const reading = readTypedDate(date, today);
  return (
    // Escape gives up from any of the form's controls.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      aria-label={`New: ${name}`}
      className={styles.logForm}
      onSubmit={(event) => {
        event.preventDefault();
        if (value.trim() !== '' && reading.ok) onAdd({ value: value.trim(), on: reading.value });
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onLeave();
      }}
    >
      <TextField autoFocus label="Value" value={value} onChange={setValue} />
      <TextField
        label="As of"
        value={date}
        onChange={setDate}
        isInvalid={!reading.ok}
        description={reading.ok ? reading.readAs : undefined}
        errorMessage={reading.ok ? undefined : reading.message}
      />
      <span className={styles.logButtons}>
        <Button type="submit" size="small" isDisabled={value.trim() === '' || !reading.ok}>
          Add
        </Button>
        <Button size="small" variant="quiet" onPress={onLeave}>
          Cancel
        </Button>
      </span>
    </form>
  );
}
