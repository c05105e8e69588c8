import type { ReactNode, Ref } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox';
import type { ComboBoxProps as AriaComboBoxProps } from 'react-aria-components/ComboBox';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { ListBox } from 'react-aria-components/ListBox';
import styles from './ComboBox.module.css';
import { classes } from './classes.ts';
import { FieldFrame } from './FieldFrame.tsx';
import type { FieldWords } from './FieldFrame.tsx';
import fieldStyles from './field.module.css';
import { Icon } from './Icon.tsx';
import listStyles from './listbox.module.css';
import { Popover } from './Popover.tsx';

export interface ComboBoxProps<T extends object>
  extends Omit<AriaComboBoxProps<T>, 'className' | 'style' | 'children'>, FieldWords {
  readonly placeholder?: string | undefined;
  readonly children: ReactNode | ((item: T) => ReactNode);
  readonly className?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement>;
  /** Said where nothing fits what was typed; needs `allowsEmptyCollection`. */
  readonly emptyWords?: string;
}

/** Type to narrow a list, then choose; `allowsCustomValue` takes words that are not in it. Children are `Option`s. */
export function ComboBox<T extends object>(props: ComboBoxProps<T>) {
  const { label, description, errorMessage, placeholder, children, className, inputRef, emptyWords, ...rest } = props;
  return (
    <AriaComboBox {...rest} className={classes(fieldStyles.field, className)}>
      <FieldFrame label={label} description={description} errorMessage={errorMessage}>
        <Group className={fieldStyles.box ?? ''}>
          <Input
            className={fieldStyles.bare ?? ''}
            {...(placeholder === undefined ? {} : { placeholder })}
            {...(inputRef === undefined ? {} : { ref: inputRef })}
          />
          <Button className={styles.button ?? ''}>
            <Icon name="chevron-down" />
          </Button>
        </Group>
      </FieldFrame>
      <Popover>
        <ListBox
          className={classes(listStyles.list, listStyles.wide)}
          renderEmptyState={() => <div className={listStyles.empty}>{emptyWords ?? 'Nothing fits'}</div>}
        >
          {children}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
