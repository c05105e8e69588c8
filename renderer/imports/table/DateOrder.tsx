import type { DayOrder } from '../../../shared/imports/index.ts';
import { dateInWords } from '../../../shared/story/dates/index.ts';
import { readDateCell } from '../../../shared/imports/index.ts';
import { Radio, RadioGroup } from '../../ui/index.ts';
import styles from './table.module.css';
import { useAsked } from './use-asked.ts';

interface DateOrderProps {
  /** A date of the table that could be read in two ways. */
  readonly example: string;
  readonly order: DayOrder | null;
  /** How many times it was asked for. */
  readonly asked: number;
  readonly onOrder: (order: DayOrder) => void;
}

/** Asks which number of a date is the day: nothing in the table says, and it is never guessed. */
export function DateOrder({ example, order, asked, onOrder }: DateOrderProps) {
  const words = (one: DayOrder): string => {
    // Only whole years come this far: what today is does not matter.
    const date = readDateCell(example, { order: one, today: '2026-01-01' })?.date ?? null;
    return date === null ? example : dateInWords(date);
  };
  const ref = useAsked(asked, order === null);
  return (
    <div ref={ref} className={styles.order}>
      <RadioGroup
        label={`What is ${example}?`}
        description="Dates of this table could be read in two ways."
        isRequired
        isInvalid={asked > 0 && order === null}
        errorMessage="Say which it is: it cannot be told from the table."
        value={order}
        onChange={(value) => onOrder(value === 'day' ? 'day' : 'month')}
        orientation="horizontal"
      >
        <Radio value="day">{words('day')}</Radio>
        <Radio value="month">{words('month')}</Radio>
      </RadioGroup>
    </div>
  );
}
