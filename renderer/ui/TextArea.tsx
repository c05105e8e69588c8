import type { Ref } from 'react';
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import type { TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField';
import styles from './TextArea.module.css';
import { classes } from './classes.ts';
import { FieldFrame } from './FieldFrame.tsx';
import type { FieldWords } from './FieldFrame.tsx';
import fieldStyles from './field.module.css';

export interface TextAreaProps extends Omit<AriaTextFieldProps, 'className' | 'style' | 'children'>, FieldWords {
  readonly placeholder?: string | undefined;
  /** Lines shown while it is empty. */
  readonly rows?: number;
  readonly className?: string | undefined;
  readonly inputClassName?: string | undefined;
  readonly inputRef?: Ref<HTMLTextAreaElement>;
}

/** Several lines of text; grows with what is written. */
export function TextArea(props: TextAreaProps) {
  const {
    label,
    description,
    errorMessage,
    placeholder,
    rows = 2,
    className,
    inputClassName,
    inputRef,
    ...rest
  } = props;
  return (
    <AriaTextField {...rest} className={classes(fieldStyles.field, className)}>
      <FieldFrame label={label} description={description} errorMessage={errorMessage}>
        <AriaTextArea
          rows={rows}
          className={classes(fieldStyles.input, styles.area, inputClassName)}
          {...(placeholder === undefined ? {} : { placeholder })}
          {...(inputRef === undefined ? {} : { ref: inputRef })}
        />
      </FieldFrame>
    </AriaTextField>
  );
}
