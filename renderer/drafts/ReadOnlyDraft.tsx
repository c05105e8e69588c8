import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type * as Y from 'yjs';
import { blockText } from '../../shared/story/draft-block.ts';
import { readDraftBlocks } from '../../shared/story/reading/draft-blocks.ts';
import { useSession } from '../session/session-context.ts';
import styles from './drafts.module.css';

/** The words of a draft that holds something only a newer Backstory can edit. Writing here would lose that. */
export function ReadOnlyDraft({ doc, children }: { readonly doc: Y.Doc; readonly children: ReactNode }) {
  const { reader } = useSession();
  const blocks = useMemo(() => readDraftBlocks(doc), [doc]);
  return (
    <article className={styles.reading}>
      {children}
      <p className={styles.notice} role="status">
        This draft was written with a newer version of Backstory and can only be read here. Nothing of it is lost;
        update Backstory to write on.
      </p>
      {blocks.map((block, index) => {
        const words = blockText(block, (ref) => reader.titleOf(ref));
        // Blocks have no identity but their place.
        return block.type === 'heading' ? <h2 key={index}>{words}</h2> : <p key={index}>{words}</p>;
      })}
    </article>
  );
}
