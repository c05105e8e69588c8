import { Button, Kbd, ProgressBar } from '../ui/index.ts';
import styles from './brief.module.css';
import type { useExport } from './use-export.ts';

const stages = {
  asking: { words: 'Choosing where to save', value: 5 },
  'laying-out': { words: 'Laying out the pages', value: 30 },
  printing: { words: 'Printing', value: 65 },
  saving: { words: 'Saving', value: 90 },
} as const;

interface ExportButtonProps extends ReturnType<typeof useExport> {
  /** The first preview is not there yet: nothing to export. */
  readonly isDisabled: boolean;
}

/** Starts the export; while it runs, says how far it is and stops it. */
export function ExportButton({ stage, start, cancel, isDisabled }: ExportButtonProps) {
  if (stage === null) {
    return (
      <Button variant="primary" className={styles.export} isDisabled={isDisabled} onPress={start}>
        Export PDF…
        <span className={styles.keys}>
          <Kbd keys="Mod+E" />
        </span>
      </Button>
    );
  }
  const { words, value } = stages[stage];
  return (
    <div className={styles.progress}>
      <ProgressBar label={words} value={value} valueLabel="" />
      <Button autoFocus onPress={cancel}>
        Stop
      </Button>
    </div>
  );
}
