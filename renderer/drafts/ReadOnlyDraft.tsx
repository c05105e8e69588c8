import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type * as Y from 'yjs';
import { readDraftBlocks } from '../../shared/story/reading/draft-blocks.ts';
import { DraftReading } from './DraftReading.tsx';
import styles from './drafts.module.css';

/** Milliseconds after which what somebody else writes is shown. */
const follows = 250;

interface ReadOnlyDraftProps {
  readonly doc: Y.Doc;
  /** It holds something only a newer Backstory can edit, so that writing here would lose that; or one is a team's viewer. */
  readonly why: 'newer' | 'viewer';
  readonly children: ReactNode;
}

/** A draft that can only be read here. */
export function ReadOnlyDraft({ doc, why, children }: ReadOnlyDraftProps) {
  const [blocks, show] = useState(() => readDraftBlocks(doc));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = (): void => {
      timer ??= setTimeout(() => {
        timer = undefined;
        show(readDraftBlocks(doc));
      }, follows);
    };
    doc.on('update', follow);
    return () => {
      clearTimeout(timer);
      doc.off('update', follow);
    };
  }, [doc]);
  return (
    <article className={styles.reading}>
      {children}
      {why === 'newer' && (
        <p className={styles.notice} role="status">
          This draft was written with a newer version of Backstory and can only be read here. Nothing of it is lost;
          update Backstory to write on.
        </p>
      )}
      <DraftReading blocks={blocks} />
    </article>
  );
}
