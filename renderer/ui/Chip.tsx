import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import type { ToggleButtonProps } from 'react-aria-components/ToggleButton';
import styles from './Chip.module.css';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';

export interface ChipProps extends Omit<ToggleButtonProps, 'className' | 'style' | 'children'> {
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** A filter that is on or off: `isSelected`, `onChange`. */
export function Chip({ className, ...props }: ChipProps) {
  return <ToggleButton {...props} className={classes(styles.chip, className)} />;
}

export interface TagProps {
  readonly children: string;
  /** Makes the tag a button: to go to what it names. */
  readonly onPress?: () => void;
  /** Adds a button that takes it away, named "Remove …". */
  readonly onRemove?: () => void;
}

/** A name in a list of names: an actor, another spelling, a reference to an entry. */
export function Tag({ children, onPress, onRemove }: TagProps) {
  return (
    <span className={styles.tag}>
      {onPress === undefined ? (
        <span className={styles.name}>{children}</span>
      ) : (
        <button type="button" className={classes(styles.name, styles.link)} onClick={onPress}>
          {children}
        </button>
      )}
      {onRemove !== undefined && (
        <button type="button" className={styles.remove} aria-label={`Remove ${children}`} onClick={onRemove}>
          <Icon name="close" />
        </button>
      )}
    </span>
  );
}
