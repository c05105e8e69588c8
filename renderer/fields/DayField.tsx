import { dateInWords } from '../../shared/story/dates/index.ts';
import type { Bound } from './bound.ts';
import { EditableText } from './EditableText.tsx';
import { readTypedDay } from './read-typed.ts';
import { useReadingDay } from './use-reading-day.ts';

interface DayFieldProps {
  readonly bound: Bound<string | null>;
  readonly add?: string;
  readonly className?: string | undefined;
}

/** One calendar day, in ordinary words. */
export function DayField({ bound, add, className }: DayFieldProps) {
  const today = useReadingDay();
  const words = bound.value === null ? '' : dateInWords({ edtf: bound.value });
  return (
    <EditableText
      bound={bound}
      shown={words}
      typed={words}
      read={(text) => readTypedDay(text, today)}
      add={add}
      className={className}
    />
  );
}
