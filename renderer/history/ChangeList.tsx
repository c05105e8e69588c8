import { useMemo } from 'react';
import type { Change } from '../../shared/history/change.ts';
import { Button, Spinner } from '../ui/index.ts';
import { ChangeRow } from './ChangeRow.tsx';
import { byDay, dayHeading } from './day-words.ts';
import styles from './history.module.css';
import type { ChangeList as Changes } from './use-changes.ts';

interface ChangeListProps {
  readonly list: Changes;
  /** `known`: they are all about one entry, which is named above. */
  readonly about: 'named' | 'known';
  /** The level of the days' headings. */
  readonly level: 2 | 3;
  /** What is said where there are none. */
  readonly empty: string;
}

/** Changes by day, the latest first. */
export function ChangeList({ list, about, level, empty }: ChangeListProps) {
  const { changes, isPending, hasMore, problem, more } = list;
  const days = useMemo(() => byDay<Change>(changes, ({ at }) => at), [changes]);
  const now = new Date();
  const Heading = `h${level}` as const;
  if (problem !== null)
    return (
      <p role="alert" className={styles.problem}>
        {problem}
      </p>
    );
  if (changes.length === 0)
    return isPending ? <Spinner label="Reading the history" /> : <p className={styles.quiet}>{empty}</p>;
  return (
    <>
      {days.map(([day, made]) => (
        <section key={day} aria-label={dayHeading(day, now)}>
          <Heading className={styles.day}>{dayHeading(day, now)}</Heading>
          <ul className={styles.changes}>
            {made.map((change) => (
              <ChangeRow key={change.id} change={change} about={about} />
            ))}
          </ul>
        </section>
      ))}
      {hasMore && (
        <Button size="small" className={styles.more} isDisabled={isPending} onPress={more}>
          Show earlier changes
        </Button>
      )}
    </>
  );
}
