import { actions } from '../../session/actions.ts';
import { Button, Icon, Menu, MenuItem, MenuSeparator, MenuTrigger } from '../../ui/index.ts';
import { actionIds } from '../action-ids.ts';
import styles from './TopBar.module.css';

/** The notebook's name, and what concerns it as a whole. */
export function NotebookMenu({ title }: { readonly title: string }) {
  return (
    <MenuTrigger>
      <Button variant="quiet" className={styles.title}>
        <span className={styles.titleWords}>{title}</span>
        <Icon name="chevron-down" />
      </Button>
      <Menu aria-label="Notebook" onAction={(key) => actions.run(String(key))}>
        <MenuItem id={actionIds.home}>All notebooks</MenuItem>
        <MenuItem id={actionIds.newNotebook} shortcut="Mod+N">
          New notebook
        </MenuItem>
        <MenuItem id={actionIds.openPage} shortcut="Mod+O">
          Open a story page…
        </MenuItem>
        <MenuSeparator />
        <MenuItem id={actionIds.share}>Share…</MenuItem>
        <MenuItem id={actionIds.join}>Join a notebook…</MenuItem>
        <MenuSeparator />
        <MenuItem id={actionIds.trash}>Trash</MenuItem>
        <MenuItem id={actionIds.shortcuts}>Keyboard shortcuts</MenuItem>
        <MenuSeparator />
        <MenuItem id={actionIds.closeNotebook}>Close notebook</MenuItem>
      </Menu>
    </MenuTrigger>
  );
}
