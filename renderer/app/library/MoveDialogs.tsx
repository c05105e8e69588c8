import type { ResultOf } from '../../../shared/bridge/index.ts';
import { Button, ConfirmDialog, Dialog } from '../../ui/index.ts';
import styles from './library.module.css';

interface MoveDialogProps {
  readonly choice: Extract<ResultOf<'library.choose'>, { ok: true }>['value'];
  readonly onMove: () => void;
  readonly onCancel: () => void;
}

/** Says what choosing another library folder does, before it does it. */
export function MoveDialog({ choice, onMove, onCancel }: MoveDialogProps) {
  const { folder, notebooks, cloud, holdsLibrary } = choice;
  const what = notebooks === 1 ? 'Your notebook is' : `Your ${notebooks} notebooks are`;
  return (
    <ConfirmDialog
      title="Keep the library in this folder?"
      confirmLabel="Copy and use it"
      isOpen
      onConfirm={onMove}
      onCancel={onCancel}
    >
      <p className={styles.path}>{folder}</p>
      <p className={styles.words}>
        {what} copied there with history and backups, and compared. The old folder stays as it is.
      </p>
      {holdsLibrary && (
        <p className={styles.words}>
          There is a library in it already: yours is added to it. A notebook that is in both is joined when you open it.
        </p>
      )}
      {cloud !== null && (
        <p className={styles.warning}>
          The folder is inside {cloud}, which may copy files while they are being written. Open the library on one
          computer at a time, or choose another folder.
        </p>
      )}
    </ConfirmDialog>
  );
}

interface MovedDialogProps {
  readonly moved: Extract<ResultOf<'library.move'>, { ok: true }>['value'];
  readonly onClose: () => void;
}

/** Says where the library is now, and where its old copy. */
export function MovedDialog({ moved, onClose }: MovedDialogProps) {
  return (
    <Dialog
      title="The library has moved"
      size="small"
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      footer={
        <Button variant="primary" autoFocus onPress={onClose}>
          Show the notebooks
        </Button>
      }
    >
      <p className={styles.words}>It is now in</p>
      <p className={styles.path}>{moved.folder}</p>
      <p className={styles.words}>
        The old folder is still there, as it was. Backstory does not use it any more; remove it when you like.
      </p>
      <p className={styles.path}>{moved.kept}</p>
    </Dialog>
  );
}
