import { useState } from 'react';
import { dateInWords, isIsoDay, readDateWords } from '../../shared/story/dates/index.ts';
import { localDay } from '../fields/index.ts';
import { Button, TextField } from '../ui/index.ts';
import styles from './imports.module.css';

interface CapturedOnFieldProps {
  /** `YYYY-MM-DD`; null where nothing, or nothing understood, is written. */
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
  /** What the page says is ahead: "In 3 days: …" counts from this day. */
  readonly inDays: number | null;
}

/** Asks for the day a page was captured. Never guessed: it is empty until a person says it. */
export function CapturedOnField({ value, onChange, inDays }: CapturedOnFieldProps) {
  const [text, setText] = useState(value === null ? '' : dateInWords({ edtf: value }));
  const today = localDay(new Date());
  const understood = text.trim() === '' || value !== null;
  const write = (words: string): void => {
    setText(words);
    onChange(dayOf(words, today));
  };
  return (
    <div className={styles.captured}>
      <TextField
        label="Captured on"
        value={text}
        onChange={write}
        isInvalid={!understood}
        placeholder="29 January 2026"
        description={hint(inDays)}
        errorMessage="This needs one day, such as “26 March 2021”."
      />
      <Button onPress={() => write(dateInWords({ edtf: today }))}>Today</Button>
    </div>
  );
}

function hint(inDays: number | null): string {
  const days = inDays === 1 ? 'in 1 day' : `in ${inDays ?? 0} days`;
  return inDays === null
    ? 'The day the page was saved. Leave it empty if nobody knows.'
    : `The page says “${days}”: that is counted from this day. Leave it empty if nobody knows.`;
}

function dayOf(words: string, today: string): string | null {
  const reading = readDateWords(words, { today });
  return reading?.kind === 'date' && isIsoDay(reading.date.edtf) ? reading.date.edtf : null;
}
