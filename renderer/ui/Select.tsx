import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { ListBox } from 'react-aria-components/ListBox';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import type { SelectProps as AriaSelectProps } from 'react-aria-components/Select';
import styles from './Select.module.css';
import { classes } from './classes.ts';
import { FieldFrame } from './FieldFrame.tsx';
import type { FieldWords } from './FieldFrame.tsx';
import fieldStyles from './field.module.css';
import { Icon } from './Icon.tsx';
import listStyles from './listbox.module.css';
import { Popover } from './Popover.tsx';

export interface SelectProps<T extends object>
  extends Omit<AriaSelectProps<T>, 'className' | 'style' | 'children'>, FieldWords {
  /** For `children` as a function; leave out where the children are `Option`s. */
  readonly items?: Iterable<T>;
  readonly children: ReactNode | ((item: T) => ReactNode);
  readonly className?: string | undefined;
}

/** One of a few. `value`, `onChange`, and `Option` children with an `id` each. */
export function Select<T extends object>(props: SelectProps<T>) {
  const { label, description, errorMessage, items, children, className, ...rest } = props;
  return (
    <AriaSelect {...rest} className={classes(fieldStyles.field, className)}>
      <FieldFrame label={label} description={description} errorMessage={errorMessage}>
        <Button className={classes(fieldStyles.input, styles.button)}>
          <SelectValue className={styles.value ?? ''} />
          <Icon name="chevron-down" />
        </Button>
      </FieldFrame>
      <Popover>
        <ListBox className={classes(listStyles.list, listStyles.wide)} {...(items === undefined ? {} : { items })}>
          {children}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
