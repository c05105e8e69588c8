import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../ui/index.ts';
import styles from './history.module.css';

/** Rows shown at first, and added at a time. */
const pageSize = 100;

interface LongListProps<T> {
  readonly items: readonly T[];
  readonly children: (item: T) => ReactNode;
}

/** A list that may be very long, shown in part at first. */
export function LongList<T>({ items, children }: LongListProps<T>) {
  const [shown, setShown] = useState(pageSize);
  const rest = items.length - shown;
  return (
    <>
      <ul>{items.slice(0, shown).map(children)}</ul>
      {rest > 0 && (
        <Button size="small" className={styles.more} onPress={() => setShown(shown + pageSize)}>
          {`Show more (${rest.toLocaleString('en')} left)`}
        </Button>
      )}
    </>
  );
}
