import type { Ref } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import type { ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import styles from './Button.module.css';
import { classes } from './classes.ts';

export type ButtonVariant = 'plain' | 'primary' | 'quiet' | 'danger';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style'> {
  /** `plain` has an edge, `primary` is the one step on, `quiet` is only words until it is pointed at. */
  readonly variant?: ButtonVariant;
  readonly size?: 'normal' | 'small';
  readonly className?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** Something to press, named by its words. */
export function Button({ variant = 'plain', size = 'normal', className, ...props }: ButtonProps) {
  return <AriaButton {...props} className={classes(styles.button, styles[variant], styles[size], className)} />;
}
