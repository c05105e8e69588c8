import { Button, Dialog, ProgressBar } from '../ui/index.ts';
import styles from './imports.module.css';

interface ProgressDialogProps {
  readonly title: string;
  readonly label: string;
  /** Null while nobody knows how much there is. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly onCancel: () => void;
}

/** Something takes a while; it can be cancelled, and then leaves nothing behind. */
export function ProgressDialog({ title, label, progress, onCancel }: ProgressDialogProps) {
  const known = progress !== null && progress.total > 0;
  return (
    <Dialog
      title={title}
      size="small"
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onCancel();
      }}
      footer={<Button onPress={onCancel}>Cancel</Button>}
    >
      <div className={styles.progress}>
        {known ? (
          <ProgressBar label={label} value={progress.done} maxValue={progress.total} />
        ) : (
          <ProgressBar label={label} isIndeterminate />
        )}
      </div>
    </Dialog>
  );
}
