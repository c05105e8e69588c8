import { useState } from 'react';
import { dateInWords } from '../../../shared/story/dates/index.ts';
import { Button, Checkbox } from '../../ui/index.ts';
import styles from './table.module.css';
import { numbered, rowTitle, whenWords } from './table-words.ts';
import type { ReadRow } from './use-table-reading.ts';

/** Rows shown at first. */
const shownFirst = 20;

interface RepeatedRowsProps {
  readonly rows: readonly ReadRow[];
  /** Lines of the rows that are added although their event is here. */
  readonly added: ReadonlySet<number>;
  readonly onAdded: (added: ReadonlySet<number>) => void;
}

/** Rows whose event is here already: left out, unless somebody wants both. */
export function RepeatedRows({ rows, added, onAdded }: RepeatedRowsProps) {
  const [all, setAll] = useState(false);
  const repeated = rows.filter(({ repeats }) => repeats !== null);
  if (repeated.length === 0) return null;
  const shown = all ? repeated : repeated.slice(0, shownFirst);
  const chosen = repeated.filter(({ reading }) => added.has(reading.line)).length;
  const toggle = (line: number, isSelected: boolean): void => {
    const next = new Set(added);
    if (isSelected) next.add(line);
    else next.delete(line);
    onAdded(next);
  };
  return (
    <>
      <h3 className={styles.subheading}>Here already</h3>
      <p className={styles.words}>
        {numbered(repeated.length, 'row')} {repeated.length === 1 ? 'says' : 'say'} what is here already, and{' '}
        {repeated.length === 1 ? 'is' : 'are'} left out. Tick what you want to have twice.
      </p>
      {repeated.length > 1 && (
        <Checkbox
          isSelected={chosen === repeated.length}
          isIndeterminate={chosen > 0 && chosen < repeated.length}
          onChange={(isSelected) => onAdded(new Set(isSelected ? repeated.map(({ reading }) => reading.line) : []))}
        >
          Add all of them
        </Checkbox>
      )}
      <ul className={styles.rows} aria-label="Here already">
        {shown.map(({ reading, repeats }) => (
          <li key={reading.line}>
            <Checkbox isSelected={added.has(reading.line)} onChange={(isOn) => toggle(reading.line, isOn)}>
              <span className={styles.title}>{rowTitle(reading)}</span>
            </Checkbox>
            <p className={styles.repeats}>{[whenWords(reading), repeatedWords(repeats)].filter(Boolean).join(' · ')}</p>
          </li>
        ))}
      </ul>
      {repeated.length > shown.length && (
        <Button size="small" variant="quiet" onPress={() => setAll(true)}>
          Show all {repeated.length.toLocaleString('en-GB')}
        </Button>
      )}
    </>
  );
}

function repeatedWords(repeats: ReadRow['repeats']): string {
  if (repeats === null) return '';
  if (repeats.id === null) return `the same as in line ${repeats.line} of this table`;
  if (repeats.title === '') return 'in this notebook, as unsorted text';
  const when = repeats.date === null ? 'without a date' : dateInWords(repeats.date);
  return `in this notebook: “${repeats.title}”, ${when}`;
}
