import { useCallback, useSyncExternalStore } from 'react';
import { plainFromRich } from '../../shared/story/rich-text.ts';
import { sectionKinds } from '../../shared/story/sections.ts';
import { actions } from '../session/actions.ts';
import { useReadOnly, useSession } from '../session/session-context.ts';
import { Button } from '../ui/index.ts';
import styles from './story.module.css';

/** What a notebook with nothing in it says: how to fill it. Nothing once there is anything. */
export function Beginning() {
  const { reader } = useSession();
  const isEmpty = useSyncExternalStore(
    useCallback((listener: () => void) => reader.onChange(listener), [reader]),
    () =>
      plainFromRich(reader.story().fields.overview) === '' &&
      sectionKinds.every((kind) => reader.ids(kind).length === 0),
  );
  const isReadOnly = useReadOnly();
  if (!isEmpty) return null;
  if (isReadOnly) return <p className={styles.beginning}>There is nothing in this notebook yet.</p>;
  return (
    <p className={styles.beginning}>
      <span>Drop a story page on the window to fill this notebook, or begin below.</span>
      <Button size="small" onPress={() => actions.run('page.open')}>
        Open page…
      </Button>
    </p>
  );
}
