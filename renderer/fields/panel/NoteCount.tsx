import type { EntryRef } from '../../../shared/story/ref.ts';
import { useView } from '../../session/session-context.ts';
import { detailsPanel } from '../../session/details-panel.ts';
import { useNoteCount } from '../../session/notes-index.ts';
import styles from './panel.module.css';

/** How many notes are about an entry; pressing it shows them. Nothing where there are none. */
export function NoteCount({ of }: { readonly of: EntryRef }) {
  const count = useNoteCount(of);
  const view = useView();
  if (count === 0) return null;
  return (
    <button
      type="button"
      className={styles.notes}
      onClick={() => {
        view.select(of);
        detailsPanel.showNotes(of, { write: false });
      }}
    >
      {count === 1 ? '1 note' : `${count} notes`}
    </button>
  );
}
