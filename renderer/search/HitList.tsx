import { useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent, Ref } from 'react';
import type { HitGroup } from './group-hits.ts';
import { HitRow, rowId } from './HitRow.tsx';
import styles from './search.module.css';
import { useGrowing } from './use-growing.ts';

/** What the list can be told from outside. */
export interface HitListHandle {
  focus(): void;
}

interface HitListProps {
  /** The same array until the answer changes. */
  readonly groups: readonly HitGroup[];
  readonly handle: Ref<HitListHandle>;
  onChoose(key: string): void;
}

/** Usual height of a row in rem, for the place of rows that are not mounted yet. */
const estimate = 5.5;

/** Hits by section; arrow keys move, Enter or a click chooses. */
export function HitList({ groups, handle, onChoose }: HitListProps) {
  const frame = useRef<HTMLDivElement>(null);
  const keys = useMemo(() => groups.flatMap((group) => group.hits.map((hit) => hit.key)), [groups]);
  const { count, atLeast } = useGrowing(groups, keys.length);
  const [chosen, setChosen] = useState<string | null>(null);
  const at = chosen === null ? -1 : keys.indexOf(chosen);
  useImperativeHandle(handle, () => ({ focus: () => frame.current?.focus({ preventScroll: true }) }));
  useEffect(() => {
    if (chosen !== null) document.getElementById(rowId(chosen))?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const move = (to: number): void => {
    const index = Math.max(0, Math.min(keys.length - 1, to));
    const key = keys[index];
    if (key === undefined) return;
    atLeast(index + 1);
    setChosen(key);
  };
  const keyDown = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: keys.length };
    const to = steps[event.key];
    if (to !== undefined) move(to);
    else if ((event.key === 'Enter' || event.key === ' ') && chosen !== null && at !== -1) onChoose(chosen);
    else return;
    event.preventDefault();
  };
  const click = (event: MouseEvent<HTMLElement>): void => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-hit]') : null;
    if (row?.dataset['hit'] !== undefined) onChoose(row.dataset['hit']);
  };
  if (keys.length === 0) return null;
  return (
    <div
      ref={frame}
      role="listbox"
      aria-label="Search results"
      className={styles.list}
      tabIndex={0}
      {...(at === -1 || at >= count ? {} : { 'aria-activedescendant': rowId(keys[at] ?? '') })}
      onKeyDown={keyDown}
      onClick={click}
      onFocus={() => {
        if (at === -1) move(0);
      }}
    >
      {mounted(groups, count).map(({ group, hits }) => (
        <div key={group.kind} role="group" aria-label={`${group.label} ${group.hits.length}`} className={styles.group}>
          <div role="presentation" className={styles.heading}>
            {group.label} <span className={styles.count}>{group.hits.length}</span>
          </div>
          {hits.map((hit) => (
            <HitRow key={hit.key} hit={hit} isActive={hit.key === chosen} />
          ))}
        </div>
      ))}
      {/* Keeps the place of the rest: the scroll bar must not come and go with every letter. */}
      <div role="presentation" style={{ height: `${(keys.length - count) * estimate}rem` }} />
    </div>
  );
}

/** The groups as far as their rows are mounted. */
function mounted(groups: readonly HitGroup[], count: number): readonly { group: HitGroup; hits: HitGroup['hits'] }[] {
  let left = count;
  return groups.flatMap((group) => {
    const hits = group.hits.slice(0, left);
    left -= hits.length;
    return hits.length === 0 ? [] : [{ group, hits }];
  });
}
