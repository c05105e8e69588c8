import { Button } from '../ui/index.ts';
import styles from './Home.module.css';

/** A notebook that this device is a member of and does not have. */
export interface MissingNotebook {
  readonly relay: string;
  readonly onFetch: () => void;
}

interface MissingLineProps {
  readonly missing: MissingNotebook;
}

/** Says that a notebook was joined and is not here. */
export function MissingLine({ missing: { relay, onFetch } }: MissingLineProps) {
  return (
    <p className={styles.missing}>
      <span>
        You are a member of a notebook at <span className={styles.path}>{relay}</span> that is not on this computer.
      </span>
      <Button onPress={onFetch}>Fetch it</Button>
    </p>
  );
}
