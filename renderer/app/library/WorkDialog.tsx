import { Button, Dialog, ProgressBar } from '../../ui/index.ts';

interface WorkDialogProps {
  readonly title: string;
  readonly label: string;
  /** Null while nobody knows how much there is. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly onCancel: () => void;
}

/** Something is being done with files; it can be stopped, and then leaves nothing behind. */
export function WorkDialog({ title, label, progress, onCancel }: WorkDialogProps) {
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
      {known ? (
        <ProgressBar label={label} value={progress.done} maxValue={progress.total} />
      ) : (
        <ProgressBar label={label} isIndeterminate />
      )}
    </Dialog>
  );
}
