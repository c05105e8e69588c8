import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useImperativeHandle, useRef } from 'react';
import type { KeyboardEvent, Ref } from 'react';
import { classes } from '../ui/index.ts';
import { EventRow } from './EventRow.tsx';
import styles from './timeline.module.css';

/** What the list can be told from outside. */
export interface EventListHandle {
  focus(): void;
}

interface EventListProps {
  readonly ids: readonly string[];
  readonly selected: string | null;
  readonly asOf: string;
  readonly noteCounts: ReadonlyMap<string, number>;
  /** Whether an event without support says so: only where something has evidence. */
  readonly saysUnsupported: boolean;
  readonly handle: Ref<EventListHandle>;
  onSelect(id: string): void;
  /** Alt and an arrow: one place up (-1) or down (1). */
  onMove(id: string, by: -1 | 1): void;
  onDelete(id: string): void;
}

/** Usual height of a row before it is measured, in pixels. */
const estimate = 84;

/** The events as a list of which only the rows in view are mounted; arrow keys choose, Alt and arrows move. */
export function EventList(props: EventListProps) {
  const { ids, selected, asOf, noteCounts, saysUnsupported, handle, onSelect, onMove, onDelete } = props;
  const frame = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- we do not use React Compiler, which is what this is about
  const rows = useVirtualizer({
    count: ids.length,
    getScrollElement: () => frame.current,
    estimateSize: () => estimate,
    overscan: 4,
    getItemKey: (index) => ids[index] ?? index,
  });
  useImperativeHandle(handle, () => ({ focus: () => frame.current?.focus() }));
  const at = selected === null ? -1 : ids.indexOf(selected);
  useEffect(() => {
    if (at !== -1) rows.scrollToIndex(at, { align: 'auto' });
    // Only a new choice scrolls; new rows around it must not.
  }, [selected]); // eslint-disable-line react-hooks/exhaustive-deps
  const choose = (index: number): void => {
    const id = ids[Math.max(0, Math.min(ids.length - 1, index))];
    if (id !== undefined) onSelect(id);
  };
  const keyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((frame.current?.clientHeight ?? estimate) / estimate) - 1);
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page };
    const step = steps[event.key];
    if (event.altKey && selected !== null && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      onMove(selected, event.key === 'ArrowUp' ? -1 : 1);
    } else if (step !== undefined) choose(at === -1 ? 0 : at + step);
    else if (event.key === 'Home') choose(0);
    else if (event.key === 'End') choose(ids.length - 1);
    else if (event.key === 'Delete' && selected !== null) onDelete(selected);
    else return;
    event.preventDefault();
  };
  const mounted = rows.getVirtualItems();
  const active = mounted.some((row) => row.index === at) ? `event-row-${selected ?? ''}` : undefined;
  return (
    <div
      ref={frame}
      className={styles.list}
      role="listbox"
      aria-label="Events"
      tabIndex={0}
      {...(active === undefined ? {} : { 'aria-activedescendant': active })}
      onKeyDown={keyDown}
    >
      <div role="presentation" style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {mounted.map((row) => {
          const id = ids[row.index] ?? '';
          return (
            // The listbox has the keyboard for its options: they are chosen by its arrow keys.
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={row.key}
              id={`event-row-${id}`}
              ref={rows.measureElement}
              data-index={row.index}
              data-event-row
              role="option"
              tabIndex={-1}
              aria-selected={id === selected}
              aria-posinset={row.index + 1}
              aria-setsize={ids.length}
              className={classes(styles.row, id === selected && styles.selected)}
              style={{ transform: `translateY(${row.start}px)` }}
              onClick={() => onSelect(id)}
            >
              <EventRow id={id} asOf={asOf} notes={noteCounts.get(id) ?? 0} saysUnsupported={saysUnsupported} />
            </div>
          );
        })}
      </div>
    </div>
  );
}
