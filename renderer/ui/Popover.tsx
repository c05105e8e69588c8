import { Popover as AriaPopover } from 'react-aria-components/Popover';
import type { PopoverProps as AriaPopoverProps } from 'react-aria-components/Popover';
import styles from './Popover.module.css';
import { classes } from './classes.ts';

export interface PopoverProps extends Omit<AriaPopoverProps, 'className' | 'style'> {
  readonly className?: string | undefined;
}

/** What floats beside a control. Around a `Dialog`, or made by a menu or picker. */
export function Popover({ offset = 4, className, ...props }: PopoverProps) {
  return <AriaPopover {...props} offset={offset} className={classes(styles.popover, className)} />;
}
