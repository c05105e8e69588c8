import { useState } from 'react';
import type { EntryDifference } from '../../shared/history/comparison.ts';
import { useReadOnly } from '../session/session-context.ts';
import { Button, Disclosure } from '../ui/index.ts';
import { ComparedFields } from './ComparedFields.tsx';
import { stateWords, takeWords } from './comparison-words.ts';
import styles from './history.module.css';
import type { PastMoment } from './history.ts';
import type { TakenBack } from './take-back.ts';

interface ComparedEntryProps {
  readonly entry: EntryDifference;
  readonly moment: PastMoment;
  /** Grows when the present changed. */
  readonly turn: number;
  readonly onTake: (what: TakenBack) => void;
}

/** One entry that differs; opened, its fields then and now. */
export function ComparedEntry({ entry, moment, turn, onTake }: ComparedEntryProps) {
  const { ref, title, state } = entry;
  const [isOpen, setOpen] = useState(false);
  const isReadOnly = useReadOnly();
  const name = title === '' ? 'Without a title' : title;
  const summary = (
    <span className={styles.summary}>
      <span className={styles.entryTitle}>{name}</span>
      <span className={styles.made}>{stateWords(entry)}</span>
    </span>
  );
  return (
    <li className={styles.comparedEntry}>
      <div className={styles.comparedHead}>
        {state === 'changed' ? (
          <Disclosure title={summary} isExpanded={isOpen} onExpandedChange={setOpen}>
            {isOpen && (
              <ComparedFields
                of={ref}
                moment={moment}
                turn={turn}
                onTake={(field) => onTake({ type: 'field', ref, field: field.name })}
              />
            )}
          </Disclosure>
        ) : (
          summary
        )}
        {!isReadOnly && (
          <Button
            size="small"
            aria-label={`${takeWords(entry)}: ${name}`}
            className={styles.take}
            onPress={() => onTake({ type: 'entry', ref })}
          >
            {takeWords(entry)}
          </Button>
        )}
      </div>
    </li>
  );
}
