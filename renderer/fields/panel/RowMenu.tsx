import type { ReactNode } from 'react';
import type { EntryRef } from '../../../shared/story/ref.ts';
import { IconButton, Menu, MenuItem, MenuSeparator, MenuTrigger } from '../../ui/index.ts';
import { useEntryList } from './list-context.ts';
import styles from './panel.module.css';
import { useRemoveEntry } from './use-remove-entry.ts';

interface RowMenuProps {
  readonly target: EntryRef;
  readonly title: string;
  readonly children: ReactNode;
}

/** What can be done with an entry: its section's own things, moving it, and the trash. */
export function RowMenu({ target, title, children }: RowMenuProps) {
  const list = useEntryList();
  const remove = useRemoveEntry();
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
          <MenuItem tone="danger" onAction={() => remove(target)}>
            Move to trash
          </MenuItem>
        </Menu>
      </MenuTrigger>
    </span>
  );
}
