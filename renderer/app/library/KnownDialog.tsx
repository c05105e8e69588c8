import { Button, Dialog, Moment } from '../../ui/index.ts';
import styles from './library.module.css';
import type { GoodFile } from './notebook-files.ts';

interface KnownDialogProps {
  readonly file: GoodFile;
  /** How the notebook is called here. */
  readonly own: string;
  readonly isTrashed: boolean;
  readonly onMerge: () => void;
  readonly onSeparate: () => void;
  readonly onCancel: () => void;
}

/** A notebook was brought that is on this computer already: are they to be joined, or stand side by side? */
export function KnownDialog({ file, own, isTrashed, onMerge, onSeparate, onCancel }: KnownDialogProps) {
  const { last } = file.contents;
  return (
    <Dialog
      title={`You have “${own}” already`}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onCancel();
      }}
      footer={
        <>
          <Button onPress={onCancel}>Cancel</Button>
          <Button onPress={onSeparate}>Keep it as a separate notebook</Button>
          <Button variant="primary" autoFocus onPress={onMerge}>
            Bring its changes in
          </Button>
        </>
      }
    >
      <p className={styles.words}>
        “{file.name}” is a copy of it, last changed <Moment at={new Date(last).toISOString()} />.
      </p>
      <p className={styles.words}>
        Its changes can be brought into the notebook you have: that keeps everything either of the two has, and where
        both changed the same words, both versions stay in the history. A backup is made before.
        {isTrashed && ' Yours is in the trash and is taken out of it.'}
      </p>
    </Dialog>
  );
}
