import { useState } from 'react';
import type { NotebookInfo } from '../persistence/library-entry.ts';
import type { Library } from '../persistence/library.ts';
import { Button, ConfirmDialog, momentWords, toasts } from '../ui/index.ts';
import { countWords } from './count-words.ts';
import styles from './Home.module.css';

interface TrashedNotebooksProps {
  readonly library: Library;
  readonly notebooks: readonly NotebookInfo[];
  /** What is said of those that are shared, by id. */
  readonly shareWords: ReadonlyMap<string, string>;
  readonly onBack: () => void;
}

/** The notebooks in the trash: brought back, or deleted for good after a question. */
export function TrashedNotebooks({ library, notebooks, shareWords, onBack }: TrashedNotebooksProps) {
  const [asking, setAsking] = useState<NotebookInfo | 'all' | null>(null);
  const sharedToo =
    asking === 'all' ? notebooks.some(({ id }) => shareWords.has(id)) : asking !== null && shareWords.has(asking.id);
  const confirm = (): void => {
    setAsking(null);
    if (asking === 'all') void emptyTrash(library);
    else if (asking !== null) void deleteForGood(library, asking);
  };
  return (
    <>
      <div className={styles.trashHead}>
        <h1 className={styles.title}>Trash</h1>
        <div className={styles.actions}>
          <Button autoFocus onPress={onBack}>
            Back to the notebooks
          </Button>
          <Button variant="danger" isDisabled={notebooks.length === 0} onPress={() => setAsking('all')}>
            Empty trash
          </Button>
        </div>
      </div>
      {notebooks.length === 0 ? (
        <p className={styles.words}>The trash is empty. Notebooks you move here can be restored until you empty it.</p>
      ) : (
        <ul className={styles.list} aria-label="Notebooks in the trash">
          {notebooks.map((info) => (
            <TrashRow key={info.id} info={info} library={library} onDelete={() => setAsking(info)} />
          ))}
        </ul>
      )}
      {asking !== null && (
        <ConfirmDialog
          title={asking === 'all' ? 'Empty the trash?' : `Delete “${asking.title}” for good?`}
          confirmLabel={asking === 'all' ? 'Empty trash' : 'Delete for good'}
          tone="danger"
          isOpen
          onConfirm={confirm}
          onCancel={() => setAsking(null)}
        >
          {asking === 'all' ? deletedWords(notebooks.length) : 'The notebook is removed from this computer.'} This
          cannot be taken back. Your other notebooks are not touched.{sharedToo && ` ${onlyHere}`}
        </ConfirmDialog>
      )}
    </>
  );
}

/** Deleting is no message to anybody. */
const onlyHere =
  'What is shared is deleted on this computer only: your teammates keep theirs, and you stay a member and can fetch it again.';

function deletedWords(count: number): string {
  return count === 1
    ? 'One notebook is removed from this computer.'
    : `${count} notebooks are removed from this computer.`;
}

interface TrashRowProps {
  readonly info: NotebookInfo;
  readonly library: Library;
  readonly onDelete: () => void;
}

function TrashRow({ info, library, onDelete }: TrashRowProps) {
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <span className={styles.name}>{info.title}</span>
        <p className={styles.meta}>
          {countWords(info.counts)} · moved here {momentWords(info.trashedAt ?? '', new Date())}
        </p>
      </div>
      <div className={styles.above}>
        <Button
          size="small"
          aria-label={`Restore ${info.title}`}
          onPress={() => {
            library.restore(info.id);
            toasts.show({ message: `“${info.title}” is back among the notebooks` });
          }}
        >
          Restore
        </Button>
        <Button size="small" variant="danger" aria-label={`Delete ${info.title} for good`} onPress={onDelete}>
          Delete for good
        </Button>
      </div>
    </li>
  );
}

async function deleteForGood(library: Library, info: NotebookInfo): Promise<void> {
  const gone = await library.discard(info.id);
  toasts.show(gone ? { message: `“${info.title}” was deleted` } : notDeleted([info.title]));
}

async function emptyTrash(library: Library): Promise<void> {
  const kept = await library.emptyTrash();
  toasts.show(kept.length === 0 ? { message: 'The trash is empty' } : notDeleted(kept));
}

function notDeleted(titles: readonly string[]): { readonly message: string; readonly tone: 'error' } {
  return {
    message: `Not deleted because it is open elsewhere: ${titles.join(', ')}. Close it there and try again.`,
    tone: 'error',
  };
}
