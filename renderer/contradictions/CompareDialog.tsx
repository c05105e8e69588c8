import { useState } from 'react';
import { fieldKey } from '../../shared/evidence/index.ts';
import type { EntryRef } from '../../shared/story/ref.ts';
import { EndPicker, FieldPicker, targetEnds, usualField } from '../sections/evidence/index.ts';
import { useSession } from '../session/session-context.ts';
import { Button, Dialog, TextField } from '../ui/index.ts';
import styles from './contradictions.module.css';

/** A value while it is chosen. */
interface Choice {
  readonly entry: EntryRef | null;
  readonly field: string;
}

interface CompareDialogProps {
  /** Null for a new contradiction; otherwise only values are added to one. */
  readonly title: string | null;
  readonly onDone: (title: string, about: readonly EntryRef[]) => void;
  readonly onCancel: () => void;
}

const nothing: Choice = { entry: null, field: '' };

/** Chooses the values of a contradiction: a field of an entry each. */
export function CompareDialog({ title, onDone, onCancel }: CompareDialogProps) {
  const { reader } = useSession();
  const isNew = title === null;
  const [words, setWords] = useState('');
  const [choices, setChoices] = useState<readonly Choice[]>(isNew ? [nothing, nothing] : [nothing]);
  const [asked, setAsked] = useState(false);
  const [ends] = useState(() => targetEnds(reader));
  const about = choices.map(refOf).filter((ref) => ref !== null);
  const distinct = [...new Map(about.map((ref) => [fieldKey(ref), ref])).values()];
  const needed = isNew ? 2 : 1;
  const change = (at: number, choice: Choice): void =>
    setChoices(choices.map((one, index) => (index === at ? choice : one)));
  const done = (): void => {
    setAsked(true);
    if (distinct.length >= needed) onDone(words.trim(), distinct);
  };
  return (
    <Dialog
      title={isNew ? 'Compare values' : `Compare another value in “${title}”`}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onCancel();
      }}
      footer={
        <>
          <Button onPress={onCancel}>Cancel</Button>
          <Button variant="primary" onPress={done}>
            {isNew ? 'Keep contradiction' : 'Compare'}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {isNew && (
          <TextField
            label="Title"
            placeholder="Two meanings of 20%"
            value={words}
            onChange={setWords}
            // Where a dialog opens, its first control is where one goes on.
            autoFocus
          />
        )}
        {choices.map((choice, at) => (
          <div key={at} role="group" aria-label={`Value ${at + 1}`} className={styles.choice}>
            <EndPicker
              label={isNew ? `Entry ${at + 1}` : 'Entry'}
              placeholder="Begin with its name"
              emptyWords="Nothing in this notebook is called so."
              ends={ends}
              value={choice.entry}
              onChange={(entry) => change(at, { entry, field: usualField(entry) })}
              error={asked && choice.entry === null && at < needed ? 'Choose an entry.' : null}
              autoFocus={!isNew && at === 0}
            />
            {choice.entry !== null && (
              <FieldPicker
                of={choice.entry}
                field={choice.field}
                onField={(field) => change(at, { ...choice, field })}
                offersWhole={false}
              />
            )}
          </div>
        ))}
        <div>
          <Button variant="quiet" onPress={() => setChoices([...choices, nothing])}>
            Another value
          </Button>
        </div>
        {asked && distinct.length < needed && (
          <p role="alert" className={styles.missing}>
            {isNew ? 'Choose a field of two entries, or two fields of one.' : 'Choose a field.'}
          </p>
        )}
      </div>
    </Dialog>
  );
}

function refOf({ entry, field }: Choice): EntryRef | null {
  return entry === null || field === '' ? null : { kind: entry.kind, id: entry.id, field };
}
