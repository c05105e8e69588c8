import { useMemo } from 'react';
import { dateInWords, findDates } from '../../shared/story/dates/index.ts';
import type { StoryDate } from '../../shared/story/dates/index.ts';
import { useReadOnly } from '../session/session-context.ts';
import type { Bound } from './bound.ts';
import { EditableText } from './EditableText.tsx';
import styles from './fields.module.css';
import { readTypedDate } from './read-typed.ts';
import { useReadingDay } from './use-reading-day.ts';

interface DateFieldProps {
  readonly bound: Bound<StoryDate | null>;
  readonly add?: string;
  readonly className?: string | undefined;
  /** Words of the entry in which a date may be found, to be suggested while there is none. */
  readonly suggestFrom?: string;
}

/** A date in ordinary words, in and out. While typing it says how the words are read. */
export function DateField({ bound, add, className, suggestFrom = '' }: DateFieldProps) {
  const today = useReadingDay();
  const words = bound.value === null ? '' : dateInWords(bound.value);
  const isReadOnly = useReadOnly();
  return (
    <>
      <EditableText
        bound={bound}
        shown={words}
        typed={words}
        read={(text) => readTypedDate(text, today)}
        add={add}
        className={className}
      />
      {bound.value === null && bound.problem === null && !isReadOnly && (
        <SuggestedDate bound={bound} text={suggestFrom} />
      )}
    </>
  );
}

/** A date found in the text. Only a person makes it the date. */
function SuggestedDate({ bound, text }: { readonly bound: Bound<StoryDate | null>; readonly text: string }) {
  const today = useReadingDay();
  const found = useMemo(() => findDates(text, { today })[0], [text, today]);
  if (found === undefined) return null;
  const words = dateInWords(found.date);
  return (
    <span className={styles.suggestion}>
      Suggested: {words}{' '}
      <button
        type="button"
        className={styles.quietAction}
        aria-label={`Use ${words} as ${bound.name}`}
        onClick={() => bound.set(found.date)}
      >
        Use
      </button>
    </span>
  );
}
