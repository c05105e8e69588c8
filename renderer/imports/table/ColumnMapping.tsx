import { useState } from 'react';
import { targetList, targets, withTarget } from '../../../shared/imports/index.ts';
import type { Table, TableColumns, Target } from '../../../shared/imports/index.ts';
import { dateInWords, parseEdtf } from '../../../shared/story/dates/index.ts';
import { Button, Option, Select } from '../../ui/index.ts';
import styles from './table.module.css';

/** Columns shown at first: a hostile table has a thousand. */
const shownFirst = 24;
/** Rows that are looked through for something to show of a column. */
const searched = 200;

interface ColumnMappingProps {
  readonly kind: Table['kind'];
  readonly columns: TableColumns;
  readonly mapping: readonly Target[];
  readonly onMapping: (mapping: readonly Target[]) => void;
}

/** What each column is about: guessed, and changed here. */
export function ColumnMapping({ kind, columns, mapping, onMapping }: ColumnMappingProps) {
  const [all, setAll] = useState(false);
  const shown = columns.names.slice(0, all ? undefined : shownFirst);
  return (
    <>
      <h3 className={styles.subheading}>Columns</h3>
      <ul className={styles.columns} aria-label="Columns">
        {shown.map((name, at) => (
          // Columns have no identity but their place: two may have one name.
          <li key={at}>
            <div className={styles.column}>
              <span className={styles.columnName}>{name}</span>
              <span className={styles.sample}>{samplesOf(columns, at, kind)}</span>
            </div>
            <Select
              aria-label={`What “${name}” is`}
              value={mapping[at] ?? 'note'}
              onChange={(key) => {
                const target = targetList.find((one) => one === key);
                if (target !== undefined) onMapping(withTarget(mapping, at, target));
              }}
            >
              {targetList.map((one) => (
                <Option key={one} id={one}>
                  {targets[one]}
                </Option>
              ))}
            </Select>
          </li>
        ))}
      </ul>
      {columns.names.length > shown.length && (
        <Button size="small" variant="quiet" onPress={() => setAll(true)}>
          Show all {columns.names.length} columns
        </Button>
      )}
    </>
  );
}

/** The first words that stand in a column. */
function samplesOf({ body }: TableColumns, at: number, kind: Table['kind']): string {
  const found: string[] = [];
  for (const { cells } of body.slice(0, searched)) {
    const written = (cells[at] ?? '').trim().replace(/\s+/g, ' ').slice(0, 80);
    // Dates that we put together ourselves are shown in words, never as we write them.
    const isOurs = (kind === 'ics' || kind === 'timelinejs') && parseEdtf(written) !== null;
    const cell = isOurs ? dateInWords({ edtf: written }) : written;
    if (cell !== '' && !found.includes(cell)) found.push(cell);
    if (found.length === 3) break;
  }
  return found.length === 0 ? 'Nothing in it' : found.join(' · ');
}
