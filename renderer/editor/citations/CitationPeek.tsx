import type { RefObject } from 'react';
import type { CitedWork } from '../../../shared/citing/index.ts';
import { refKey } from '../../../shared/story/ref.ts';
import { Popover } from '../../ui/index.ts';
import type { ShownCitation } from './open-citations.ts';
import styles from './citations.module.css';
import { RichRuns } from './RichRuns.tsx';
import { WorkWords } from './WorkWords.tsx';

interface Props {
  readonly id: string;
  readonly anchor: RefObject<Element | null>;
  readonly shown: ShownCitation;
  /** Whether the words of the note are said: where the mark says none of them. */
  readonly isNote: boolean;
  readonly hover: { onMouseEnter(): void; onMouseLeave(): void };
}

/** Passages shown beside a mark; more are in the details. */
const most = 3;

/** What a citation names, beside it, to be read: the focus stays in the text. */
export function CitationPeek({ id, anchor, shown, isNote, hover }: Props) {
  const more = shown.works.length - most;
  // A part of the page that is read, not of what lies over it.
  const main = anchor.current?.closest('main');
  return (
    <Popover
      triggerRef={anchor}
      isOpen
      isNonModal
      placement="bottom start"
      {...(main instanceof Element ? { UNSTABLE_portalContainer: main } : {})}
    >
      <div id={id} role="tooltip" className={styles.peek} {...hover}>
        {isNote && (
          <p>
            <RichRuns runs={shown.mark} />
          </p>
        )}
        {shown.works.slice(0, most).map((work, at) => (
          <WorkWords key={keyOf(work, at)} work={work} />
        ))}
        {more > 0 && <p className={styles.quiet}>{`and ${more} more`}</p>}
        {shown.isStale && <p className={styles.stale}>Changed since it was cited</p>}
        <p className={styles.quiet}>Click, or press Enter on it, for its details</p>
      </div>
    </Popover>
  );
}

function keyOf({ passage, listed, ref }: CitedWork, at: number): string {
  return `${refKey(passage ?? listed ?? ref)} ${at}`;
}
