import type { Bound } from './bound.ts';
import { EditableText } from './EditableText.tsx';
import { readTypedNumber } from './read-typed.ts';

interface NumberFieldProps {
  readonly bound: Bound<number | null>;
  readonly add?: string;
  readonly className?: string | undefined;
}

/** A number, edited in place. */
export function NumberField({ bound, add, className }: NumberFieldProps) {
  const digits = bound.value === null ? '' : String(bound.value);
  return (
    <EditableText bound={bound} shown={digits} typed={digits} read={readTypedNumber} add={add} className={className} />
  );
}
