import { Button, Dialog } from '../ui/index.ts';
import { excerpt } from './excerpt.ts';
import styles from './imports.module.css';
import { WaitingNames } from './WaitingNames.tsx';
import type { WaitingProps } from './WaitingNames.tsx';

interface ProblemDialogProps extends WaitingProps {
  readonly name: string;
  readonly message: string;
  /** The text that can be kept all the same; null where there is none. */
  readonly text: string | null;
  /** Where it would be kept: in the open notebook or in a new one. Absent where it can only become a source. */
  readonly hasNotebook?: boolean;
  readonly onKeep: (as: 'source' | 'unsorted') => void;
  readonly onCancel: () => void;
}

/** What was brought is no story page: says what was found, and offers to keep what text there is. */
export function ProblemDialog(props: ProblemDialogProps) {
  const { name, message, text, hasNotebook, waiting, onForget, onKeep, onCancel } = props;
  return (
    <Dialog
      title={`“${name}” was not imported`}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onCancel();
      }}
      footer={
        text === null ? (
          <Button variant="primary" autoFocus onPress={onCancel}>
            Close
          </Button>
        ) : (
          <>
            <Button onPress={onCancel}>Cancel</Button>
            {hasNotebook !== undefined && <Button onPress={() => onKeep('unsorted')}>Keep as unsorted text</Button>}
            <Button variant="primary" autoFocus onPress={() => onKeep('source')}>
              Keep its text as a source
            </Button>
          </>
        )
      }
    >
      <p className={styles.words}>{message}</p>
      {text !== null && (
        <>
          <p className={styles.words}>
            {hasNotebook !== false
              ? 'Its text can be kept in this notebook.'
              : 'Its text can be kept: a new notebook is made for it.'}
          </p>
          <figure className={styles.excerpt}>
            <figcaption className={styles.quiet}>The text begins</figcaption>
            <blockquote>{excerpt(text)}</blockquote>
          </figure>
        </>
      )}
      <WaitingNames {...{ waiting, onForget }} />
    </Dialog>
  );
}
