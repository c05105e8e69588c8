import type { ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import styles from './field.module.css';

/** What every labelled control can say about itself. Without `label` give the control an `aria-label`. */
export interface FieldWords {
  readonly label?: ReactNode;
  readonly description?: ReactNode;
  readonly errorMessage?: ReactNode;
}

/** Label above, description and error below a control. Must stand inside a React Aria field. */
export function FieldFrame({
  label,
  description,
  errorMessage,
  children,
}: FieldWords & { readonly children: ReactNode }) {
  return (
    <>
      {label !== undefined && <Label className={styles.label ?? ''}>{label}</Label>}
      {children}
      {description !== undefined && (
        <Text slot="description" className={styles.description ?? ''}>
          {description}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>{errorMessage}</FieldError>
    </>
  );
}
