import { encodings, separators } from '../../../shared/imports/index.ts';
import type { Encoding, Separator, Table, TableHints } from '../../../shared/imports/index.ts';
import { Checkbox, Option, Select } from '../../ui/index.ts';
import styles from './table.module.css';

interface FileReadingProps {
  readonly table: Table;
  readonly named: boolean;
  readonly onNamed: (named: boolean) => void;
  readonly onReadAgain: (hints: Pick<TableHints, 'encoding' | 'separator'>) => void;
}

/** How a file was read, where that had to be guessed and can be put right. */
export function FileReading({ table, named, onNamed, onReadAgain }: FileReadingProps) {
  const { kind, encoding, separator } = table;
  if (kind === 'ics' || kind === 'timelinejs') return null;
  const again = (change: { readonly encoding?: Encoding; readonly separator?: Separator }): void =>
    onReadAgain({
      ...(encoding === null ? {} : { encoding }),
      ...(separator === null ? {} : { separator }),
      ...change,
    });
  return (
    <div className={styles.reading}>
      {kind === 'csv' && separator !== null && (
        <Select
          label="Cells are separated by"
          value={separator}
          onChange={(key) => {
            const next = keysOf(separators).find((one) => one === key);
            if (next !== undefined && next !== separator) again({ separator: next });
          }}
        >
          {keysOf(separators).map((one) => (
            <Option key={one} id={one}>
              {separators[one]}
            </Option>
          ))}
        </Select>
      )}
      {encoding !== null && (
        <Select
          label="Encoding"
          value={encoding}
          onChange={(key) => {
            const next = keysOf(encodings).find((one) => one === key);
            if (next !== undefined && next !== encoding) again({ encoding: next });
          }}
        >
          {keysOf(encodings).map((one) => (
            <Option key={one} id={one}>
              {encodings[one]}
            </Option>
          ))}
        </Select>
      )}
      {table.named === null && (
        <Checkbox isSelected={named} onChange={onNamed}>
          The first row names the columns
        </Checkbox>
      )}
    </div>
  );
}

function keysOf<K extends string>(words: Readonly<Record<K, string>>): readonly K[] {
  // The keys of an object of our own.
  return Object.keys(words) as K[];
}
