import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox';
import type { CheckboxProps as AriaCheckboxProps } from 'react-aria-components/Checkbox';
import styles from './Checkbox.module.css';
import { classes } from './classes.ts';

export interface CheckboxProps extends Omit<AriaCheckboxProps, 'className' | 'style' | 'children'> {
  readonly children?: ReactNode;
  readonly className?: string | undefined;
}

/** On, off or in part, with its words beside it. Without children give it an `aria-label`. */
export function Checkbox({ children, className, ...props }: CheckboxProps) {
  return (
    <AriaCheckbox {...props} className={classes(styles.checkbox, className)}>
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className={styles.box} aria-hidden="true">
            <svg viewBox="0 0 16 16">
              {isIndeterminate ? <path d="M4 8h8" /> : isSelected && <path d="m3.5 8.3 3 3 6-6.3" />}
            </svg>
          </span>
          {children}
        </>
      )}
    </AriaCheckbox>
  );
}
