import { useOpenSession, useSaveState, useSession } from '../../session/session-context.ts';
import { SharingStatus } from '../../sharing/index.ts';
import { useSharedNotebook } from '../../sync/index.ts';
import styles from './StatusBar.module.css';
import { newerWords, savedWords } from './status-words.ts';

/** The foot of the window: whether everything is stored, and what this version does not know. */
export function StatusBar() {
  const state = useSaveState();
  const { reader } = useSession();
  const { id } = useOpenSession();
  const isShared = useSharedNotebook() !== null;
  const newer = newerWords(reader.unknownKinds());
  return (
    <footer className={styles.bar}>
      <span role="status" className={styles.status} data-state={state.kind}>
        <span className={styles.dot} aria-hidden="true" />
        {savedWords(state, isShared)}
      </span>
      <SharingStatus notebook={id} />
      {newer !== null && <span>{newer}</span>}
    </footer>
  );
}
