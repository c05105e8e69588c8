import type { EntryRef } from '../../../shared/story/ref.ts';
import { detailsPanel } from '../../session/details-panel.ts';
import { useNoteCount } from '../../session/notes-index.ts';
import { useView } from '../../session/session-context.ts';
import styles from './panel.module.css';

/** How many open notes are about an entry; pressing it shows them. Nothing where there are none. */
export function NoteCount({ of }: { readonly of: EntryRef }) {
  const count = useNoteCount(of);
  const view = useView();
  if (count === 0) return null;
  const show = (): void => {
    view.select(of);
    detailsPanel.showNotes(of, { write: false });
  };
  return (
    <button type="button" className={styles.notes} onClick={show}>
      {count === 1 ? '1 note' : `${count} notes`}
    </button>
  );
}
