import type { ReactNode } from 'react';
import type { DraftListItem } from '../../shared/story/draft-block.ts';
import { DraftRuns } from './DraftRuns.tsx';
import type { Marks } from './DraftRuns.tsx';
import styles from './reading.module.css';

interface Props {
  readonly items: readonly DraftListItem[];
  readonly ordered: boolean;
  readonly marks: Marks;
}

/** A list to be read; deeper lines stand in lists inside the line before them. */
export function ReadingList({ items, ordered, marks }: Props) {
  const depth = Math.min(...items.map((item) => item.depth));
  const lines: ReactNode[] = [];
  for (let at = 0; at < items.length;) {
    const item = items[at];
    if (item === undefined) break;
    const end = items.findIndex((one, index) => index > at && one.depth <= depth);
    const deeper = items.slice(item.depth > depth ? at : at + 1, end < 0 ? items.length : end);
    lines.push(
      <li key={at} className={item.checked === undefined ? undefined : styles.check}>
        {item.depth === depth && <Line item={item} marks={marks} />}
        {deeper.length > 0 && <ReadingList items={deeper} ordered={deeper[0]?.ordered === true} marks={marks} />}
      </li>,
    );
    at = end < 0 ? items.length : end;
  }
  return ordered ? <ol className={styles.list}>{lines}</ol> : <ul className={styles.list}>{lines}</ul>;
}

function Line({ item, marks }: { readonly item: DraftListItem; readonly marks: Marks }) {
  const line = <DraftRuns spans={item.spans} marks={marks} />;
  if (item.checked === undefined) return line;
  return (
    <label>
      <input type="checkbox" checked={item.checked} disabled /> {line}
    </label>
  );
}
