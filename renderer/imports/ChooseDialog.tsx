import type { ImportDraft } from '../../shared/story/import-draft.ts';
import { Button, Dialog } from '../ui/index.ts';
import { contentWords } from './import-words.ts';
import styles from './imports.module.css';
import { WaitingNames } from './WaitingNames.tsx';
import type { WaitingProps } from './WaitingNames.tsx';

interface ChooseDialogProps extends WaitingProps {
  readonly draft: ImportDraft;
  /** The title of the open notebook. */
  readonly notebook: string;
  readonly onNew: () => void;
  readonly onUpdate: () => void;
  readonly onSource: () => void;
  readonly onCancel: () => void;
}

/** A page was brought to an open notebook: is it a new story, or news of this one? */
export function ChooseDialog(props: ChooseDialogProps) {
  const { draft, notebook, waiting, onForget, onNew, onUpdate, onSource, onCancel } = props;
  const title = draft.story.title ?? '';
  return (
    <Dialog
      title={`Where does “${draft.fileName}” go?`}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onCancel();
      }}
      footer={
        <>
          <Button onPress={onCancel}>Cancel</Button>
          <Button onPress={onSource}>Add as a source</Button>
          <Button onPress={onNew}>New notebook</Button>
          <Button variant="primary" autoFocus onPress={onUpdate}>
            Update this notebook
          </Button>
        </>
      }
    >
      <p className={styles.words}>
        {title === '' ? 'A page without a title' : `“${title}”`}: {contentWords(draft)}.
      </p>
      <p className={styles.words}>
        An update of “{notebook}” shows what is new and what changed before anything is taken over. Either way nothing
        is written until you have seen it. As a source it is kept as it stands, to be read and highlighted.
      </p>
      <WaitingNames {...{ waiting, onForget }} />
    </Dialog>
  );
}
