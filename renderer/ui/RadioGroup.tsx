import type { ReactNode } from 'react';
import { Radio as AriaRadio, RadioGroup as AriaRadioGroup } from 'react-aria-components/RadioGroup';
import type {
  RadioGroupProps as AriaRadioGroupProps,
  RadioProps as AriaRadioProps,
} from 'react-aria-components/RadioGroup';
import styles from './RadioGroup.module.css';
import { classes } from './classes.ts';
import { FieldFrame } from './FieldFrame.tsx';
import type { FieldWords } from './FieldFrame.tsx';
import fieldStyles from './field.module.css';

export interface RadioGroupProps extends Omit<AriaRadioGroupProps, 'className' | 'style' | 'children'>, FieldWords {
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** One of a few that are all seen at once. Children are `Radio`s. */
export function RadioGroup(props: RadioGroupProps) {
  const { label, description, errorMessage, children, className, ...rest } = props;
  return (
    <AriaRadioGroup {...rest} className={classes(fieldStyles.field, className)}>
      <FieldFrame label={label} description={description} errorMessage={errorMessage}>
        <div className={styles.group} data-orientation={rest.orientation ?? 'vertical'}>
          {children}
        </div>
      </FieldFrame>
    </AriaRadioGroup>
  );
}

export interface RadioProps extends Omit<AriaRadioProps, 'className' | 'style' | 'children'> {
  readonly children: ReactNode;
  /** A quiet second line. */
  readonly description?: ReactNode;
}

export function Radio({ children, description, ...props }: RadioProps) {
  return (
    <AriaRadio {...props} className={styles.radio ?? ''}>
      <span className={styles.dot} aria-hidden="true" />
      <span>
        {children}
        {description !== undefined && <span className={styles.description}>{description}</span>}
      </span>
    </AriaRadio>
  );
}
