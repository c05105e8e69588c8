import type { Ref } from 'react';
import { Button } from 'react-aria-components/Button';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { SearchField as AriaSearchField } from 'react-aria-components/SearchField';
import type { SearchFieldProps as AriaSearchFieldProps } from 'react-aria-components/SearchField';
import styles from './SearchField.module.css';
import { classes } from './classes.ts';
import { FieldFrame } from './FieldFrame.tsx';
import type { FieldWords } from './FieldFrame.tsx';
import fieldStyles from './field.module.css';
import { Icon } from './Icon.tsx';

export interface SearchFieldProps extends Omit<AriaSearchFieldProps, 'className' | 'style' | 'children'>, FieldWords {
  readonly placeholder?: string | undefined;
  readonly className?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A line to search with; Escape and its button empty it. */
export function SearchField(props: SearchFieldProps) {
  const { label, description, errorMessage, placeholder, className, inputRef, ...rest } = props;
  return (
    <AriaSearchField {...rest} className={classes(fieldStyles.field, styles.search, className)}>
      {({ isEmpty }) => (
        <FieldFrame label={label} description={description} errorMessage={errorMessage}>
          <Group className={classes(fieldStyles.box, styles.box)}>
            <Icon name="search" />
            <Input
              className={fieldStyles.bare ?? ''}
              {...(placeholder === undefined ? {} : { placeholder })}
              {...(inputRef === undefined ? {} : { ref: inputRef })}
            />
            {!isEmpty && (
              <Button className={styles.clear ?? ''} aria-label="Clear search">
                <Icon name="close" />
              </Button>
            )}
          </Group>
        </FieldFrame>
      )}
    </AriaSearchField>
  );
}
