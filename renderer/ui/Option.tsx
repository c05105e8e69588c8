import type { ReactNode } from 'react';
import { ListBoxItem } from 'react-aria-components/ListBox';
import type { ListBoxItemProps } from 'react-aria-components/ListBox';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';
import styles from './listbox.module.css';

export interface OptionProps extends Omit<ListBoxItemProps, 'className' | 'style' | 'children'> {
  readonly children: ReactNode;
  /** Quiet words at the end of the row. */
  readonly hint?: ReactNode;
}

/** One row of a `Select` or `ComboBox`. Give `textValue` where the children are not plain words. */
export function Option({ children, hint, ...props }: OptionProps) {
  const textValue = props.textValue ?? (typeof children === 'string' ? children : undefined);
  return (
    <ListBoxItem {...props} {...(textValue === undefined ? {} : { textValue })} className={classes(styles.item)}>
      {({ isSelected }) => (
        <>
          <span className={styles.words}>{children}</span>
          {hint !== undefined && <span className={styles.hint}>{hint}</span>}
          <span className={styles.check}>{isSelected && <Icon name="check" />}</span>
        </>
      )}
    </ListBoxItem>
  );
}
