import type { ReactNode } from 'react';
import { section } from '../../../shared/story/sections.ts';
import type { SectionKind } from '../../../shared/story/sections.ts';
import { useActions } from '../../session/actions.ts';
import { useIds, useReadOnly } from '../../session/session-context.ts';
import { Button } from '../../ui/index.ts';
import { useAddEntry } from './add-entry.ts';
import { useFilteredIds } from './evidence-filter.ts';
import styles from './panel.module.css';

interface SectionPanelProps {
  readonly kind: SectionKind;
  /** What belongs here, in a sentence, for while there is nothing. */
  readonly belongs: string;
  /** Off for kinds that only imports make. */
  readonly canAdd?: boolean;
  /** Something more to go to, beside the button that adds. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A section's part of the Story view: heading, how many, the way to add one, and its entries. */
export function SectionPanel({ kind, belongs, canAdd: addable = true, aside, children }: SectionPanelProps) {
  const { one, many } = section(kind).names;
  const all = useIds(kind);
  const count = all.length;
  const shown = useFilteredIds(kind);
  const add = useAddEntry(kind);
  const isReadOnly = useReadOnly();
  const canAdd = addable && !isReadOnly;
  const addWords = `Add ${one.toLowerCase()}`;
  useActions(canAdd ? [{ id: `${kind}.add`, title: addWords, group: 'Story', run: () => void add() }] : []);
  const headingId = `heading-${kind}`;
  // What belongs here is said to those who can add it.
  if (isReadOnly && count === 0) return null;
  // While the page is narrowed it shows what fits and nothing else.
  const isNarrowed = shown !== all;
  if (isNarrowed && shown.length === 0) return null;
  return (
    <section id={`section-${kind}`} aria-labelledby={headingId} className={styles.section}>
      <header className={styles.head}>
        <h2 id={headingId} className={styles.heading}>
          {many}
        </h2>
        {count > 0 && (
          <span className={styles.count}>
            {isNarrowed && `${shown.length.toLocaleString('en')} of `}
            {count.toLocaleString('en')}
          </span>
        )}
        <span className={styles.aside}>
          {aside}
          {canAdd && count > 0 && !isNarrowed && (
            <Button variant="quiet" size="small" onPress={() => add()}>
              {addWords}
            </Button>
          )}
        </span>
      </header>
      {count > 0 ? (
        children
      ) : (
        <div className={styles.empty}>
          <p>{belongs}</p>
          {canAdd && (
            <Button size="small" onPress={() => add()}>
              {addWords}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
