import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { classes } from '../../ui/index.ts';
import type { SourceItem } from './source-filter.ts';
import styles from './source-list.module.css';
import { SourceRow } from './SourceRow.tsx';

interface SourceRowsProps {
  readonly ids: readonly string[];
  readonly items: ReadonlyMap<string, SourceItem>;
  /** The row that the keyboard is at; its details are shown at the right. */
  readonly active: string | null;
  readonly chosen: ReadonlySet<string>;
  readonly onActive: (id: string) => void;
  readonly onOpen: (id: string) => void;
  readonly onChoose: (id: string, isChosen: boolean) => void;
  readonly onRemove: (id: string) => void;
}

/** Usual height of a row before it is measured, in pixels. */
const estimate = 66;

/** The sources as a list of which only the rows in view are mounted; arrow keys go from one to the next, Delete puts it in the trash. */
export function SourceRows(props: SourceRowsProps) {
  const { ids, items, active, chosen, onActive, onOpen, onChoose, onRemove } = props;
  const frame = useRef<HTMLDivElement>(null);
  /** The row that is to have the keyboard once it is mounted. */
  const wanted = useRef<string | null>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- we do not use React Compiler, which is what this is about
  const rows = useVirtualizer({
    count: ids.length,
    getScrollElement: () => frame.current,
    estimateSize: () => estimate,
    overscan: 6,
    getItemKey: (index) => ids[index] ?? index,
  });
  const found = active === null ? -1 : ids.indexOf(active);
  const at = Math.max(found, 0);
  useEffect(() => {
    if (found > 0) rows.scrollToIndex(found, { align: 'auto' });
    // Only going to another row scrolls; new rows around it must not.
  }, [active]); // eslint-disable-line react-hooks/exhaustive-deps
  useEffect(() => {
    if (wanted.current === null) return;
    const row = document.getElementById(`source-row-${wanted.current}`)?.querySelector<HTMLElement>('[data-open]');
    if (row === null || row === undefined) return;
    row.focus();
    wanted.current = null;
  });
  const goTo = (index: number): void => {
    const id = ids[Math.max(0, Math.min(ids.length - 1, index))];
    if (id === undefined) return;
    wanted.current = id;
    onActive(id);
  };
  const keyDown = (event: KeyboardEvent): void => {
    // A menu or a tip that belongs to a row is drawn elsewhere, and its keys are its own.
    if (!(event.target instanceof Node) || frame.current?.contains(event.target) !== true) return;
    const page = Math.max(1, Math.floor((frame.current.clientHeight || estimate) / estimate) - 1);
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page };
    const step = steps[event.key];
    const id = ids[at];
    if (step !== undefined) goTo(at + step);
    else if (event.key === 'Home') goTo(0);
    else if (event.key === 'End') goTo(ids.length - 1);
    else if (event.key === 'Delete' && id !== undefined) {
      wanted.current = ids[at + 1] ?? ids[at - 1] ?? null;
      onRemove(id);
    } else return;
    event.preventDefault();
  };
  return (
    // The rows inside have the keyboard; here its arrows are looked at, and a scrolling region must be reachable.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={frame} className={styles.frame} onKeyDown={keyDown}>
      <ul className={styles.rows} aria-label="Sources" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((row) => {
          const id = ids[row.index] ?? '';
          return (
            <li
              key={row.key}
              id={`source-row-${id}`}
              ref={rows.measureElement}
              data-index={row.index}
              aria-posinset={row.index + 1}
              aria-setsize={ids.length}
              className={classes(styles.row, chosen.has(id) && styles.chosen)}
              style={{ transform: `translateY(${row.start}px)` }}
            >
              <SourceRow
                id={id}
                highlights={items.get(id)?.highlights ?? 0}
                isChosen={chosen.has(id)}
                isActive={row.index === at}
                onOpen={() => onOpen(id)}
                onChoose={(isChosen) => onChoose(id, isChosen)}
                onRemove={() => onRemove(id)}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
