import { lazy, Suspense, useState, useSyncExternalStore } from 'react';
import type { LibraryPlace } from '../../shared/bridge/index.ts';
import type { NotebookInfo } from '../persistence/library-entry.ts';
import type { Library } from '../persistence/library.ts';
import { Button } from '../ui/index.ts';
import { DropHint } from './DropHint.tsx';
import { FirstRun } from './FirstRun.tsx';
import styles from './Home.module.css';
import { LibraryLine } from './LibraryLine.tsx';
import { MissingLine } from './MissingLine.tsx';
import type { MissingNotebook } from './MissingLine.tsx';
import { NotebookRow } from './NotebookRow.tsx';

/** Not part of the first picture. */
const TrashedNotebooks = lazy(async () => ({ default: (await import('./TrashedNotebooks.tsx')).TrashedNotebooks }));

export interface HomeProps {
  readonly library: Library;
  /** Today where the person is, `YYYY-MM-DD`: countdowns count from it. */
  readonly today: string;
  readonly onOpen: (id: string) => void;
  readonly onNew: () => void;
  readonly onOpenPage: () => void;
  /** Makes the sample notebook and opens it. */
  readonly onSample: () => void;
  /** Where the notebooks are kept; null while that is asked, and in a browser. */
  readonly place: LibraryPlace | null;
  readonly onShowLibrary: () => void;
  readonly onJoin: () => void;
  /** What is said of the notebooks that are shared, by id. */
  readonly shareWords: ReadonlyMap<string, string>;
  /** A notebook that was joined and is not on this computer; null where there is none. */
  readonly missing: MissingNotebook | null;
}

/** The notebooks on this computer, and the ways to a new one. */
export function Home(props: HomeProps) {
  const { library, onNew, onOpenPage, onSample, place, onShowLibrary, onJoin, shareWords, missing } = props;
  const notebooks = useLibrary(library, () => library.notebooks());
  const trashed = useLibrary(library, () => library.trashed());
  const [showsTrash, setShowsTrash] = useState(false);
  const first = notebooks.length === 0 && trashed.length === 0;
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <span className={styles.brand}>Backstory</span>
        {!first && (
          <div className={styles.actions}>
            <Button onPress={onJoin}>Join a notebook…</Button>
            <Button onPress={onOpenPage}>Open a story page…</Button>
            <Button variant="primary" onPress={onNew}>
              New notebook
            </Button>
          </div>
        )}
      </header>
      <main className={styles.main} aria-label={showsTrash ? 'Trash' : 'Notebooks'}>
        {first && <FirstRun onSample={onSample} onOpenPage={onOpenPage} onNew={onNew} onJoin={onJoin} />}
        {!first && showsTrash && (
          <Suspense>
            <TrashedNotebooks
              library={library}
              notebooks={trashed}
              shareWords={shareWords}
              onBack={() => setShowsTrash(false)}
            />
          </Suspense>
        )}
        {missing !== null && <MissingLine missing={missing} />}
        {!first && !showsTrash && (
          <>
            <Notebooks {...props} notebooks={notebooks} />
            <footer className={styles.foot}>
              <DropHint />
              <span className={styles.footActions}>
                <Button variant="quiet" onPress={onSample}>
                  Add the sample notebook
                </Button>
                <Button variant="quiet" onPress={() => setShowsTrash(true)}>
                  {trashed.length === 0 ? 'Trash' : `Trash, ${trashed.length}`}
                </Button>
              </span>
            </footer>
            {place !== null && <LibraryLine place={place} onShow={onShowLibrary} />}
          </>
        )}
      </main>
    </div>
  );
}

function useLibrary<T>(library: Library, read: () => T): T {
  return useSyncExternalStore((listener) => library.onChange(listener), read);
}

interface NotebooksProps extends HomeProps {
  readonly notebooks: readonly NotebookInfo[];
}

function Notebooks({ notebooks, library, today, onOpen, shareWords }: NotebooksProps) {
  return (
    <>
      <h1 className={styles.title}>Notebooks</h1>
      {notebooks.length === 0 ? (
        <p className={styles.words}>All notebooks are in the trash. Restore one, or make a new one.</p>
      ) : (
        <ul className={styles.list} aria-label="Notebooks">
          {notebooks.map((info) => (
            <NotebookRow
              key={info.id}
              info={info}
              library={library}
              today={today}
              sharing={shareWords.get(info.id) ?? null}
              onOpen={() => onOpen(info.id)}
            />
          ))}
        </ul>
      )}
    </>
  );
}
