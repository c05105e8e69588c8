import { Button } from '../../ui/index.ts';
import styles from './source-list.module.css';

interface ChosenBarProps {
  readonly count: number;
  /** How many the list shows. */
  readonly shown: number;
  readonly onAll: () => void;
  readonly onNone: () => void;
  readonly onRemove: () => void;
}

/** What can be done with the sources that are chosen. */
export function ChosenBar({ count, shown, onAll, onNone, onRemove }: ChosenBarProps) {
  return (
    <div className={styles.chosenBar} role="group" aria-label="Chosen sources">
      <p role="status">{count} chosen</p>
      <Button size="small" variant="danger" onPress={onRemove}>
        Move to trash
      </Button>
      {count < shown && (
        <Button size="small" variant="quiet" onPress={onAll}>
          Choose all {shown}
        </Button>
      )}
      <Button size="small" variant="quiet" onPress={onNone}>
        Choose none
      </Button>
    </div>
  );
}
