import { useState } from 'react';
import { Button, Disclosure } from '../../ui/index.ts';
import styles from './table.module.css';
import { numbered, rowTitle } from './table-words.ts';
import type { ReadRow } from './use-table-reading.ts';

/** Rows shown at first. */
const shownFirst = 50;

/** Rows that somebody should look at: what could not be read, and where it is kept. */
export function RowsToCheck({ rows }: { readonly rows: readonly ReadRow[] }) {
  const [all, setAll] = useState(false);
  const doubted = rows.filter(({ reading }) => reading.doubts.length > 0);
  if (doubted.length === 0) return null;
  const shown = all ? doubted : doubted.slice(0, shownFirst);
  return (
    <Disclosure
      className={styles.toCheck}
      title={<span className={styles.doubtCount}>{numbered(doubted.length, 'row')} to check</span>}
    >
      <ol className={styles.rows} aria-label="To check">
        {shown.map(({ reading }) => (
          <li key={reading.line}>
            <span className={styles.title}>{rowTitle(reading)}</span>
            {reading.doubts.map((doubt) => (
              <span key={doubt} className={styles.doubt}>
                {reading.line > 0 ? `Line ${reading.line}: ` : ''}
                {doubt}
              </span>
            ))}
          </li>
        ))}
      </ol>
      {doubted.length > shown.length && (
        <Button size="small" variant="quiet" onPress={() => setAll(true)}>
          Show all {doubted.length.toLocaleString('en-GB')}
        </Button>
      )}
    </Disclosure>
  );
}
