import { useState } from 'react';
import { Link } from 'react-aria-components/Link';
import type { NotebookInfo } from '../persistence/library-entry.ts';
import type { Library } from '../persistence/library.ts';
import { Button, Icon, Menu, MenuItem, MenuSeparator, MenuTrigger, momentWords, toasts } from '../ui/index.ts';
import { countWords } from './count-words.ts';
import styles from './Home.module.css';
import { nextEventWords } from './next-event-words.ts';
import { RenameDialog } from './RenameDialog.tsx';

interface NotebookRowProps {
  readonly info: NotebookInfo;
  readonly library: Library;
  readonly today: string;
  readonly onOpen: () => void;
}

/** One notebook: what it is called, what it waits for, what it holds. */
export function NotebookRow({ info, library, today, onOpen }: NotebookRowProps) {
  const [renaming, setRenaming] = useState(false);
  const { next } = info;
  const opened = info.openedAt === null ? 'not opened yet' : `opened ${momentWords(info.openedAt, new Date())}`;
  const rename = async (title: string): Promise<void> => {
    setRenaming(false);
    const renamed = await library.rename(info.id, title);
    if (!renamed.ok) toasts.show({ message: `Not renamed. ${renamed.error.message}`, tone: 'error' });
  };
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <Link className={styles.name ?? ''} onPress={onOpen}>
          {info.title}
        </Link>
        {next !== null && (
          <p className={styles.next}>
            <span className={styles.when}>{nextEventWords(next, today)}</span>
            <span>{next.title}</span>
          </p>
        )}
        <p className={styles.meta}>
          {countWords(info.counts)} · {opened}
          {info.recovered && ' · found on this computer, was not in the list'}
        </p>
      </div>
      <div className={styles.above}>
        <RowMenu info={info} library={library} onRename={() => setRenaming(true)} />
      </div>
      {renaming && (
        <RenameDialog title={info.title} onRename={(title) => void rename(title)} onCancel={() => setRenaming(false)} />
      )}
    </li>
  );
}

interface RowMenuProps {
  readonly info: NotebookInfo;
  readonly library: Library;
  readonly onRename: () => void;
}

function RowMenu({ info, library, onRename }: RowMenuProps) {
  const run = (key: string): void => {
    if (key === 'rename') onRename();
    else if (key === 'duplicate') void duplicate(library, info);
    else moveToTrash(library, info);
  };
  return (
    <MenuTrigger>
      <Button variant="quiet" size="small" aria-label={`More about ${info.title}`}>
        <Icon name="more" />
      </Button>
      <Menu aria-label={`What to do with ${info.title}`} placement="bottom end" onAction={(key) => run(String(key))}>
        <MenuItem id="rename">Rename…</MenuItem>
        <MenuItem id="duplicate">Duplicate</MenuItem>
        <MenuSeparator />
        <MenuItem id="trash" tone="danger">
          Move to trash
        </MenuItem>
      </Menu>
    </MenuTrigger>
  );
}

async function duplicate(library: Library, info: NotebookInfo): Promise<void> {
  const made = await library.duplicate(info.id);
  if (made.ok) toasts.show({ message: `“${info.title}” was duplicated` });
  else toasts.show({ message: `Not duplicated. ${made.error.message}`, tone: 'error' });
}

function moveToTrash(library: Library, info: NotebookInfo): void {
  library.trash(info.id);
  toasts.show({
    message: `“${info.title}” is in the trash`,
    action: { label: 'Undo', run: () => library.restore(info.id) },
  });
}
