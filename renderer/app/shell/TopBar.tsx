import { useStory } from '../../session/session-context.ts';
import { actions } from '../../session/actions.ts';
import { PeersHere } from '../../sync/index.ts';
import { Button, Icon, IconButton, Kbd } from '../../ui/index.ts';
import { actionIds } from '../action-ids.ts';
import { NotebookMenu } from './NotebookMenu.tsx';
import styles from './TopBar.module.css';

interface TopBarProps {
  readonly viewName: string;
  /** Present where the panels are drawers. */
  readonly contents: DrawerButton | null;
  readonly details: DrawerButton | null;
}

export interface DrawerButton {
  readonly isOpen: boolean;
  readonly toggle: () => void;
}

/** The head of the window: which notebook, where in it, the palette and the brief. */
export function TopBar({ viewName, contents, details }: TopBarProps) {
  const { fields } = useStory();
  return (
    <header className={styles.bar}>
      {contents !== null && (
        <IconButton icon="menu" label="Contents" aria-expanded={contents.isOpen} onPress={contents.toggle} />
      )}
      <NotebookMenu title={fields.title || 'Untitled notebook'} />
      <span className={styles.view}>{viewName}</span>
      <PeersHere />
      <Button
        className={styles.search}
        aria-label="Search or run a command"
        onPress={() => actions.run(actionIds.palette)}
      >
        <span className={styles.words}>Search or run a command</span>
        <span className={styles.glass}>
          <Icon name="search" />
        </span>
        <Kbd keys="Mod+K" />
      </Button>
      <Button onPress={() => actions.run(actionIds.share)}>Share</Button>
      <Button variant="primary" onPress={() => actions.run(actionIds.brief)}>
        Brief
      </Button>
      {details !== null && (
        <IconButton icon="panel-right" label="Details" aria-expanded={details.isOpen} onPress={details.toggle} />
      )}
    </header>
  );
}
