import type { Bridge } from '../../../shared/bridge/index.ts';
import { Checkbox, ProgressBar, sizeWords } from '../../ui/index.ts';
import { filesWords } from './files-words.ts';
import styles from './files.module.css';
import { useSyncFiles } from './use-sync-files.ts';

interface OfflineFilesProps {
  readonly bridge: Pick<Bridge, 'sync' | 'on'>;
  readonly notebook: string;
}

/** How much of a shared notebook's files is on this computer, what is on its way, and whether all of it is fetched ahead. */
export function OfflineFiles({ bridge, notebook }: OfflineFilesProps) {
  const { files, setAhead, problem } = useSyncFiles(bridge, notebook);
  if (files === null) return <p className={styles.words}>How its files stand is known once it is connected.</p>;
  const { moving, done, total, trouble, ahead } = files;
  const isMoving = moving > 0 && total > 0;
  return (
    <div className={styles.files}>
      <Checkbox isSelected={ahead} onChange={(isAhead) => void setAhead(isAhead)}>
        Make available offline
      </Checkbox>
      <p className={styles.words}>
        Fetches every capture and picture to this computer, now and whenever there are new ones.
      </p>
      <p role="status" className={styles.count}>
        {filesWords(files)}
      </p>
      {isMoving && (
        <ProgressBar
          label={`Moving ${moving === 1 ? 'one file' : `${moving} files`}`}
          value={done}
          maxValue={total}
          valueLabel={`${sizeWords(done)} of ${sizeWords(total)}`}
        />
      )}
      {trouble !== null && <p className={styles.trouble}>{trouble}</p>}
      {problem !== null && (
        <p role="alert" className={styles.trouble}>
          {problem}
        </p>
      )}
    </div>
  );
}
