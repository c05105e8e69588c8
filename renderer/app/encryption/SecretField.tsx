import { TextField, type TextFieldProps } from '../../ui/index.ts';

interface SecretFieldProps extends Pick<TextFieldProps, 'label' | 'value' | 'onChange' | 'description' | 'autoFocus'> {
  /** Whether what is typed can be read. */
  readonly isShown: boolean;
  /** A new one is never filled in by anybody else. */
  readonly isNew?: boolean;
  readonly problem?: string | null;
}

/** A line for a passphrase. */
export function SecretField({ isShown, isNew = false, problem = null, ...rest }: SecretFieldProps) {
  return (
    <TextField
      {...rest}
      type={isShown ? 'text' : 'password'}
      maxLength={1000}
      spellCheck="false"
      autoComplete={isNew ? 'new-password' : 'off'}
      isInvalid={problem !== null}
      errorMessage={problem}
    />
  );
}
