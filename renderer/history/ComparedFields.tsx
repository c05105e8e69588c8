import type { ChangedField } from '../../shared/history/change.ts';
import type { EntryRef } from '../../shared/story/ref.ts';
import { refKey } from '../../shared/story/ref.ts';
import { useReadOnly } from '../session/session-context.ts';
import { Button, Spinner } from '../ui/index.ts';
import { DifferenceView } from './DifferenceView.tsx';
import { useHistory } from './history-context.ts';
import { placeOf } from './history-filter.ts';
import styles from './history.module.css';
import type { PastMoment } from './history.ts';
import { useAnswer } from './use-answer.ts';

interface ComparedFieldsProps {
  /** The entry; null for the story's own fields. */
  readonly of: EntryRef | null;
  readonly moment: PastMoment;
  /** Grows when the present changed. */
  readonly turn: number;
  readonly onTake: (field: ChangedField) => void;
}

/** The fields that differ: then on the left, now on the right. */
export function ComparedFields({ of, moment, turn, onTake }: ComparedFieldsProps) {
  const history = useHistory();
  const isReadOnly = useReadOnly();
  const key = `${placeOf(moment)}/${of === null ? '' : refKey(of)}/${turn}`;
  const { value, problem } = useAnswer(key, (options) => history.compareFields(moment, of, options));
  if (problem !== null) return <p role="alert">{problem}</p>;
  if (value === null) return <Spinner label="Comparing" />;
  return (
    <>
      {value.map(({ field, difference }) => (
        <section key={field.name} aria-label={field.label} className={styles.field}>
          <div className={styles.fieldHead}>
            <h3 className={styles.fieldName}>{field.label}</h3>
            {!isReadOnly && (
              <Button
                size="small"
                variant="quiet"
                aria-label={`Take back ${field.label.toLowerCase()}`}
                onPress={() => onTake(field)}
              >
                Take back
              </Button>
            )}
          </div>
          <div className={styles.sides}>
            <div>
              <h4 className={styles.side}>Then</h4>
              <DifferenceView difference={difference} side="past" />
            </div>
            <div>
              <h4 className={styles.side}>Now</h4>
              <DifferenceView difference={difference} side="present" />
            </div>
          </div>
        </section>
      ))}
    </>
  );
}
