import { fictionLabel } from '../../../shared/story/sections/voices/index.ts';
import styles from './voices.module.css';

/** Says of a voice what it is. */
export function FictionLabel() {
  return <p className={styles.label}>{fictionLabel}</p>;
}
