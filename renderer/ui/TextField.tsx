import type { Ref } from 'react';
import { Input } from 'react-aria-components/Input';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import type { TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField';
import { classes } from './classes.ts';
import { FieldFrame } from './FieldFrame.tsx';
import type { FieldWords } from './FieldFrame.tsx';
import styles from './field.module.css';

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'style' | 'children'>, FieldWords {
  readonly placeholder?: string | undefined;
  readonly className?: string | undefined;
  /** Extra classes of the input itself. */
  readonly inputClassName?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { label, description, errorMessage, placeholder, className, inputClassName, inputRef, ...rest } = props;
  return (
    <AriaTextField {...rest} className={classes(styles.field, className)}>
      <FieldFrame label={label} description={description} errorMessage={errorMessage}>
        <Input
          className={classes(styles.input, inputClassName)}
          {...(placeholder === undefined ? {} : { placeholder })}
          {...(inputRef === undefined ? {} : { ref: inputRef })}
        />
      </FieldFrame>
    </AriaTextField>
  );
}
