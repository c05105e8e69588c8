import { Button, Kbd, ProgressBar } from '../ui/index.ts';
import { progressOf } from './print-progress.ts';
import styles from './brief.module.css';
import type { useExport } from './use-export.ts';

interface ExportButtonProps extends ReturnType<typeof useExport> {
  /** The first preview is not there yet: nothing to export. */
  readonly isDisabled: boolean;
}

/** Starts the export; while it runs, says how far it is and stops it. */
export function ExportButton({ progress, start, cancel, isDisabled }: ExportButtonProps) {
  if (progress === null) {
    return (
      <Button variant="primary" className={styles.export} isDisabled={isDisabled} onPress={start}>
        Export PDF…
        <span className={styles.keys}>
          <Kbd keys="Mod+E" />
        </span>
      </Button>
    );
  }
  const { words, value } = progressOf(progress);
  return (
    <div className={styles.progress}>
      <ProgressBar label={words} value={value} valueLabel="" />
      <Button autoFocus onPress={cancel}>
        Stop
      </Button>
    </div>
  );
}
