import { useState } from 'react';
import { Button, Checkbox } from '../ui/index.ts';
import { duplicateWords } from './exchange-items.ts';
import type { ExchangeItem } from './exchange-items.ts';
import styles from './interchange.module.css';

/** Rows shown at first: a file may have thousands. */
const shownFirst = 100;

interface ExchangeListProps {
  /** For who cannot see it. */
  readonly name: string;
  readonly items: readonly ExchangeItem[];
  /** Places of the items that are ticked; absent where all come together. */
  readonly chosen?: ReadonlySet<number>;
  readonly onChoose?: (chosen: ReadonlySet<number>) => void;
}

/** What a file holds, one row each; ticked where it can be chosen. */
export function ExchangeList({ name, items, chosen, onChoose }: ExchangeListProps) {
  const [all, setAll] = useState(false);
  const shown = all ? items : items.slice(0, shownFirst);
  const toggle = (at: number, isSelected: boolean): void => {
    const next = new Set(chosen);
    if (isSelected) next.add(at);
    else next.delete(at);
    onChoose?.(next);
  };
  return (
    <>
      {chosen !== undefined && items.length > 1 && (
        <Checkbox
          isSelected={chosen.size === items.length}
          isIndeterminate={chosen.size > 0 && chosen.size < items.length}
          onChange={(isSelected) => onChoose?.(new Set(isSelected ? items.keys() : []))}
        >
          All of them
        </Checkbox>
      )}
      <ul className={styles.items} aria-label={name}>
        {shown.map((item, at) => (
          // The records of a file have no identity but their place in it.
          <li key={at}>
            {chosen === undefined ? (
              <span className={styles.title}>{item.title}</span>
            ) : (
              <Checkbox isSelected={chosen.has(at)} onChange={(isSelected) => toggle(at, isSelected)}>
                <span className={styles.title}>{item.title}</span>
              </Checkbox>
            )}
            <ItemDetails item={item} isIndented={chosen !== undefined} />
          </li>
        ))}
      </ul>
      {items.length > shown.length && (
        <Button size="small" variant="quiet" onPress={() => setAll(true)}>
          Show all {items.length.toLocaleString('en-GB')}
        </Button>
      )}
    </>
  );
}

function ItemDetails({ item, isIndented }: { readonly item: ExchangeItem; readonly isIndented: boolean }) {
  const { detail, duplicate, doubts } = item;
  return (
    <div className={isIndented ? styles.indented : undefined}>
      {detail !== '' && <p className={styles.detail}>{detail}</p>}
      {duplicate !== null && <p className={styles.known}>{duplicateWords(duplicate)}</p>}
      {doubts.map((doubt) => (
        <p key={doubt} className={styles.doubt}>
          {doubt}
        </p>
      ))}
    </div>
  );
}
