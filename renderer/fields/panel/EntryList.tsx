import { Fragment, useState } from 'react';
import type { ReactNode } from 'react';
import type { SectionKind } from '../../../shared/story/sections.ts';
import { useIds, useSelection } from '../../session/session-context.ts';
import { Button, classes, VisuallyHidden } from '../../ui/index.ts';
import { useFilteredIds } from './evidence-filter.ts';
import { EntryListContext } from './list-context.ts';
import { plainMoves } from './moves.ts';
import type { Moves, Wish } from './moves.ts';
import { nounOf } from './noun-of.ts';
import styles from './panel.module.css';
import { shownRanges } from './shown-ranges.ts';
import { useListHandle } from './use-list-handle.ts';

interface EntryListProps {
  readonly kind: SectionKind;
  readonly children: (id: string, index: number) => ReactNode;
  readonly layout?: 'rows' | 'grid';
  /** How many are shown at first. */
  readonly limit?: number;
  /** How a wish to move is fulfilled, where the hand-made order is not what is shown. */
  readonly moves?: (id: string, wish: Wish) => Moves;
  /** What stands at the end of a list that is not shown whole. */
  readonly more?: ReactNode;
}

/** The entries of a section in their order, which dragging and keys change. Long lists are shown in part. */
export function EntryList({ kind, children, layout = 'rows', limit = 50, moves, more }: EntryListProps) {
  const all = useIds(kind);
  const ids = useFilteredIds(kind);
  const selection = useSelection();
  const [shown, setShown] = useState(limit);
  const { handle, said } = useListHandle(kind, layout, moves ?? ((id, wish) => plainMoves(all, id, wish)));
  const chosen = selection?.kind === kind ? ids.indexOf(selection.id) : -1;
  const ranges = shownRanges(ids.length, shown, chosen);
  const end = ranges.at(-1)?.to ?? 0;
  const showMore = (): void => setShown(shown + limit);
  return (
    <EntryListContext value={handle}>
      <ul className={classes(styles.list, layout === 'grid' && styles.grid)}>
        {ranges.map((range, index) => (
          <Fragment key={index}>
            {index > 0 && <Gap count={range.from - (ranges[index - 1]?.to ?? 0)} kind={kind} onMore={showMore} />}
            {ids.slice(range.from, range.to).map((id, offset) => (
              <Fragment key={id}>{children(id, range.from + offset)}</Fragment>
            ))}
          </Fragment>
        ))}
        {end < ids.length && <Gap count={ids.length - end} kind={kind} onMore={showMore} more={more} />}
      </ul>
      <VisuallyHidden>
        <span role="status">{said}</span>
      </VisuallyHidden>
    </EntryListContext>
  );
}

interface GapProps {
  readonly count: number;
  readonly kind: SectionKind;
  readonly onMore: () => void;
  readonly more?: ReactNode;
}

/** Says how many are left out here, and offers them. */
function Gap({ count, kind, onMore, more }: GapProps) {
  return (
    <li className={styles.gap}>
      <span>
        {count.toLocaleString('en')} more {nounOf(kind, count)}
      </span>
      <Button variant="quiet" size="small" onPress={onMore}>
        Show more
      </Button>
      {more}
    </li>
  );
}
