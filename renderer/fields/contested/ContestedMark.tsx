import type { Contested } from '../../../shared/story/entry.ts';
import type { EntryRef } from '../../../shared/story/ref.ts';
import { detailsPanel } from '../../session/details-panel.ts';
import { useEntry, useSession, useView } from '../../session/session-context.ts';
import { contestedMark, contestedWords } from './contested-words.ts';
import styles from './contested.module.css';

/** Says in a row that somebody deleted the entry while it was being edited; pressing it shows what can be done. Nothing where nobody did. */
export function ContestedMark({ of }: { readonly of: EntryRef }) {
  const contested = useEntry(of.kind, of.id)?.contested;
  const { author } = useSession().writer;
  const view = useView();
  if (contested === undefined) return null;
  const show = (): void => {
    view.select(of);
    detailsPanel.showDetails();
  };
  return (
    <button
      type="button"
      className={styles.mark}
      aria-label={`${contestedWords(contested, author)}. Decide what becomes of it`}
      onClick={show}
    >
      {contestedMark(contested, author)}
    </button>
  );
}

/** The same where a row is one control and can have no button in it. */
export function ContestedWords({ contested }: { readonly contested: Contested }) {
  const { author } = useSession().writer;
  return <span className={styles.mark}>{contestedMark(contested, author)}</span>;
}
