import { useSharedNotebook } from '../sync/index.ts';
import styles from './notes.module.css';

/** Stands above every view of a notebook in which this device's role is something to know. */
export function SharingNote() {
  const share = useSharedNotebook();
  if (share?.role !== 'viewer') return null;
  return (
    <section aria-label="Read only" className={styles.note}>
      You are a viewer: you can read, search and export this notebook, and change nothing in it. An admin of it can make
      you an editor.
    </section>
  );
}
