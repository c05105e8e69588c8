import { ProgressBar as AriaProgressBar } from 'react-aria-components/ProgressBar';
import type { ProgressBarProps as AriaProgressBarProps } from 'react-aria-components/ProgressBar';
import styles from './ProgressBar.module.css';
import { classes } from './classes.ts';

export interface ProgressBarProps extends Omit<AriaProgressBarProps, 'className' | 'style' | 'children'> {
  /** What is going on; part of the bar's name and shown above it. */
  readonly label: string;
  readonly className?: string | undefined;
}

/** How far something is. `value` between `minValue` and `maxValue`, or `isIndeterminate`. */
export function ProgressBar({ label, className, ...props }: ProgressBarProps) {
  return (
    <AriaProgressBar {...props} aria-label={label} className={classes(styles.progress, className)}>
      {({ percentage, valueText }) => (
        <>
          <span className={styles.words} aria-hidden="true">
            <span>{label}</span>
            <span>{valueText}</span>
          </span>
          <svg className={styles.bar} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect className={styles.track} width="100" height="4" />
            <rect className={styles.fill} width={percentage ?? 30} height="4" />
          </svg>
        </>
      )}
    </AriaProgressBar>
  );
}
