import styles from './Home.module.css';

/** Says that a file may simply be dropped. */
export function DropHint() {
  return <p className={styles.drop}>Drop a story page or a notebook’s file here.</p>;
}
