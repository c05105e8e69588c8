import styles from './notes.module.css';

/** Words of a draft that a note is about. */
export function Quoted({ words }: { readonly words: string }) {
  return <q className={styles.quoted}>{words}</q>;
}
