import type { Bound } from './bound.ts';
import { EditableText } from './EditableText.tsx';

interface EditableLineProps {
  readonly bound: Bound<string>;
  readonly add?: string;
  readonly lasting?: boolean;
  readonly className?: string | undefined;
}

/** A line of text, edited in place. */
export function EditableLine({ bound, add, lasting, className }: EditableLineProps) {
  return (
    <EditableText
      bound={bound}
      shown={bound.value}
      typed={bound.value}
      read={(text) => ({ ok: true, value: text.trim() })}
      add={add}
      lasting={lasting}
      className={className}
    />
  );
}
