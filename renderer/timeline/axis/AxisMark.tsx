import { memo } from 'react';
import { classes } from '../../ui/index.ts';
import styles from './axis.module.css';
import type { Mark } from './layout.ts';

interface AxisMarkProps {
  readonly mark: Mark;
  readonly top: number;
  readonly selected: boolean;
  onSelect(id: string): void;
}

/** One event on the axis: its label, and above it the stretch its date covers, soft where the date is. */
export const AxisMark = memo(function AxisMark({ mark, top, selected, onSelect }: AxisMarkProps) {
  return (
    <>
      {mark.span !== null && (
        <span
          className={classes(
            styles.span,
            mark.soft && styles.soft,
            mark.expected && styles.expectedSpan,
            mark.openStart && styles.openStart,
            mark.openEnd && styles.openEnd,
          )}
          style={{ left: mark.span.left, width: mark.span.width, top: top - 4 }}
        />
      )}
      <button
        type="button"
        // The list below is the way for the keyboard: the axis would be thousands of stops.
        tabIndex={-1}
        className={classes(styles.mark, mark.expected && styles.expected, selected && styles.selected)}
        style={{ left: mark.left, width: mark.width, top }}
        aria-pressed={selected}
        title={mark.title}
        onClick={() => onSelect(mark.id)}
      >
        {mark.title}
      </button>
    </>
  );
});
