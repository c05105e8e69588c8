import styles from './voices.module.css';

/** Says of a voice what it is, in the words that the brief prints. */
export function FictionLabel() {
  return <p className={styles.label}>Fiction. Written for perspective, not a real quotation, not evidence.</p>;
}
