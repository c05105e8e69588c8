import type { ReactNode } from 'react';
import type { EntryRef } from '../../../shared/story/ref.ts';
import { useActions } from '../../session/actions.ts';
import { IconButton, Menu, MenuItem, MenuSeparator, MenuTrigger } from '../../ui/index.ts';
import { useEntryList } from './list-context.ts';
import styles from './panel.module.css';

interface RowMenuProps {
  readonly target: EntryRef;
  readonly title: string;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}

/** What can be done with an entry: its section's own things, moving it, and the trash. */
export function RowMenu({ target, title, onRemove, children }: RowMenuProps) {
  const list = useEntryList();
  return (
    <span className={styles.menu}>
      <MenuTrigger>
        <IconButton icon="more" size="small" label={`Actions for ${title}`} tip={false} />
        <Menu placement="bottom end" aria-label={`Actions for ${title}`}>
          {children}
          <MenuItem shortcut="Alt+ArrowUp" onAction={() => list.move(target.id, { step: -1 })}>
            Move up
          </MenuItem>
          <MenuItem shortcut="Alt+ArrowDown" onAction={() => list.move(target.id, { step: 1 })}>
            Move down
          </MenuItem>
          <MenuSeparator />
          <MenuItem tone="danger" onAction={onRemove}>
            Move to trash
          </MenuItem>
        </Menu>
      </MenuTrigger>
    </span>
  );
}

/** The same by name, for the chosen entry: rendered beside its menu. */
export function RowActions({ target, title, onRemove }: Omit<RowMenuProps, 'children'>) {
  const list = useEntryList();
  const group = 'Chosen entry';
  const named = title === '' ? 'the entry' : `“${title}”`;
  useActions([
    { id: 'entry.move-up', title: `Move ${named} up`, group, run: () => list.move(target.id, { step: -1 }) },
    { id: 'entry.move-down', title: `Move ${named} down`, group, run: () => list.move(target.id, { step: 1 }) },
    { id: 'entry.trash', title: `Move ${named} to trash`, group, keywords: ['delete'], run: onRemove },
  ]);
  return null;
}
