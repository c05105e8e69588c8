import type { NotebookInfo } from '../persistence/library-entry.ts';
import type { Library } from '../persistence/library.ts';
import { Menu, MenuItem, MenuSeparator, MenuTrigger, toasts } from '../ui/index.ts';
import { MoreButton } from './MoreButton.tsx';

interface RowMenuProps {
  readonly info: NotebookInfo;
  readonly library: Library;
  readonly isShared: boolean;
  readonly onRename: () => void;
}

/** What can be done with a notebook besides opening it. */
export function RowMenu({ info, library, isShared, onRename }: RowMenuProps) {
  const run = (key: string): void => {
    if (key === 'rename') onRename();
    else if (key === 'duplicate') void duplicate(library, info);
    else moveToTrash(library, info, isShared);
  };
  return (
    <MenuTrigger>
      <MoreButton title={info.title} />
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

function moveToTrash(library: Library, info: NotebookInfo, isShared: boolean): void {
  library.trash(info.id);
  toasts.show({
    message: `“${info.title}” is in the trash${isShared ? ' of this computer. Your teammates keep theirs.' : ''}`,
    action: { label: 'Undo', run: () => library.restore(info.id) },
  });
}
