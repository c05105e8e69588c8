import { Button, Dialog } from '../../ui/index.ts';
import { KnownDialog } from './KnownDialog.tsx';
import styles from './library.module.css';
import type { FileStage as Stage, NotebookFiles } from './notebook-files.ts';
import { WorkDialog } from './WorkDialog.tsx';

/** The dialog of the step at which the import of a notebook file is. */
export function FileStage({ files, stage }: { readonly files: NotebookFiles; readonly stage: Stage | null }) {
  const onCancel = (): void => files.cancel();
  switch (stage?.kind) {
    case undefined:
      return null;
    case 'checking':
      return <WorkDialog title="Checking" label={`Checking “${stage.name}”`} {...stage} onCancel={onCancel} />;
    case 'importing':
      return <WorkDialog title="Importing" label={`Importing “${stage.name}”`} {...stage} onCancel={onCancel} />;
    case 'known':
      return (
        <KnownDialog
          {...stage}
          onMerge={() => void files.merge()}
          onSeparate={() => void files.keepSeparate()}
          onCancel={onCancel}
        />
      );
    case 'problem':
      return (
        <Dialog
          title={`“${stage.name}” was not imported`}
          isOpen
          onOpenChange={(isOpen) => {
            if (!isOpen) onCancel();
          }}
          footer={
            <Button variant="primary" autoFocus onPress={onCancel}>
              Close
            </Button>
          }
        >
          <p className={styles.words}>{stage.message}</p>
        </Dialog>
      );
  }
}
