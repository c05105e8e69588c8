import { Button } from '../ui/index.ts';
import styles from './imports.module.css';

export interface WaitingProps {
  /** The names of what comes after this one. */
  readonly waiting: readonly string[];
  readonly onForget: () => void;
}

/** What comes after this one, where several were brought at once. */
export function WaitingNames({ waiting, onForget }: WaitingProps) {
  if (waiting.length === 0) return null;
  return (
    <div className={styles.waiting}>
      <h3 className={styles.subheading}>Then</h3>
      <ul aria-label="Waiting">
        {waiting.map((name, at) => (
          // Two files of one name are still two.
          <li key={`${at}/${name}`}>{name}</li>
        ))}
      </ul>
      <Button size="small" variant="quiet" onPress={onForget}>
        Leave these out
      </Button>
    </div>
  );
}
