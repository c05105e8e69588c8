import type { LibraryPlace } from '../../shared/bridge/index.ts';
import { Button } from '../ui/index.ts';
import styles from './Home.module.css';

interface LibraryLineProps {
  readonly place: LibraryPlace;
  readonly onShow: () => void;
}

/** Where the notebooks are kept: they are files of the person's own. */
export function LibraryLine({ place: { folder, cloud }, onShow }: LibraryLineProps) {
  return (
    <p className={styles.place}>
      <span>
        Your notebooks are kept in <span className={styles.path}>{folder}</span>
        {cloud !== null && `, which ${cloud} copies: open them on one computer at a time`}
      </span>
      <Button variant="quiet" onPress={onShow}>
        Show folder
      </Button>
    </p>
  );
}
