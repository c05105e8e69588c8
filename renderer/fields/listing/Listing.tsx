import type { ReactNode } from 'react';
import { section } from '../../../shared/story/sections.ts';
import type { SectionKind } from '../../../shared/story/sections.ts';
import { useCommands, useIds, useReadOnly } from '../../session/session-context.ts';
import { Button, EmptyState } from '../../ui/index.ts';
import { nounOf } from '../panel/noun-of.ts';
import { DeletedEntries } from './DeletedEntries.tsx';
import styles from './listing.module.css';

interface ListingProps {
  readonly kind: SectionKind;
  /** The entry one came for, where it is in the trash. */
  readonly gone: string | null;
  /** The ways to add one: beside the heading, or below `belongs` while there is nothing. */
  readonly add: ReactNode;
  /** What belongs here, in a sentence or two, for while there is nothing. */
  readonly belongs: string;
  /** What is said of the list, below its heading. */
  readonly note?: ReactNode;
  readonly children: (id: string) => ReactNode;
}

/** All entries of a kind that are worked on one at a time, as a page: the way to each, to a new one, and back from the trash. */
export function Listing({ kind, gone, add, belongs, note, children }: ListingProps) {
  const { many } = section(kind).names;
  const ids = useIds(kind);
  const { restore } = useCommands();
  const isReadOnly = useReadOnly();
  return (
    <div className={styles.page}>
      {gone !== null && (
        <div className={styles.notice} role="status">
          This {nounOf(kind, 1)} is in the trash.{' '}
          {!isReadOnly && (
            <Button size="small" onPress={() => restore({ kind, id: gone })}>
              Restore
            </Button>
          )}
        </div>
      )}
      <header className={styles.head}>
        <h1>{many}</h1>
        {ids.length > 0 && !isReadOnly && <div className={styles.buttons}>{add}</div>}
      </header>
      {note}
      {ids.length > 0 ? (
        <ul className={styles.rows} aria-label={many}>
          {ids.map((id) => children(id))}
        </ul>
      ) : (
        <EmptyState title={`No ${nounOf(kind)} yet`} {...(isReadOnly ? {} : { action: add })}>
          {belongs}
        </EmptyState>
      )}
      <DeletedEntries kind={kind} />
    </div>
  );
}
