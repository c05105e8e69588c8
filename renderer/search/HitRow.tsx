import { memo } from 'react';
import type { SearchHit } from '../../shared/search/engine.ts';
import { classes } from '../ui/index.ts';
import { MarkedText } from './MarkedText.tsx';
import styles from './search.module.css';

interface HitRowProps {
  readonly hit: SearchHit;
  readonly isActive: boolean;
}

/** One hit. The list around it has the keyboard and the mouse, so that a row costs its words and nothing else. */
export const HitRow = memo(function HitRow({ hit, isActive }: HitRowProps) {
  const title = hit.title.map((piece) => piece.text).join('');
  // A note or passage is called by its own first words: saying them twice helps nobody.
  const said = hit.snippet?.map((piece) => piece.text).join('') === title;
  return (
    <div
      id={rowId(hit.key)}
      data-hit={hit.key}
      role="option"
      aria-selected={isActive}
      tabIndex={-1}
      className={classes(styles.row, isActive && styles.active)}
    >
      <span className={styles.title}>
        <MarkedText text={hit.title} />
      </span>
      {hit.snippet === null || said ? null : (
        <span className={styles.snippet}>
          <MarkedText text={hit.snippet} />
        </span>
      )}
    </div>
  );
});

/** The element id of a hit's row. */
export function rowId(key: string): string {
  return `hit ${key}`.replaceAll(' ', '-');
}
