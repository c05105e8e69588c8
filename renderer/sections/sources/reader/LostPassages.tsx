import type { MarginProps } from './PassageList.tsx';
import { PassageList } from './PassageList.tsx';
import styles from './reader.module.css';

/** The passages that have no place in the version that is read: those that ask where they are, and those that are not there. */
export function LostPassages(props: MarginProps) {
  return (
    <section className={styles.lost} aria-label="Passages without a place in this version">
      <PassageList {...props} />
    </section>
  );
}
