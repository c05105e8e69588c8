import { Button } from '../ui/index.ts';
import { DropHint } from './DropHint.tsx';
import styles from './FirstRun.module.css';

interface FirstRunProps {
  readonly onSample: () => void;
  readonly onOpenPage: () => void;
  readonly onNew: () => void;
  readonly onJoin: () => void;
}

/** What somebody sees who has no notebook yet: what this is for, and the ways to begin. */
export function FirstRun({ onSample, onOpenPage, onNew, onJoin }: FirstRunProps) {
  return (
    <div className={styles.first}>
      <h1 className={styles.title}>Follow a story while it is still developing</h1>
      <p className={styles.deck}>
        One notebook holds one story: what happened and when, who is involved, what may come next, and what you make of
        it. It stays on this computer and works without a network.
      </p>
      <ul className={styles.ways} aria-label="Ways to begin">
        <li className={styles.way}>
          <span className={styles.words}>
            <span className={styles.name}>Look around first</span>
            The sample tells the six days in March 2021 when one ship closed the Suez Canal.
          </span>
          <Button variant="primary" onPress={onSample}>
            Open the sample notebook
          </Button>
        </li>
        <li className={styles.way}>
          <span className={styles.words}>
            <span className={styles.name}>Begin with a story page</span>A saved page, as text or HTML, becomes a
            notebook. You see what was recognised before anything is made.
          </span>
          <Button onPress={onOpenPage}>Open a story page…</Button>
        </li>
        <li className={styles.way}>
          <span className={styles.words}>
            <span className={styles.name}>Begin with nothing</span>
            An empty notebook, ready for its title.
          </span>
          <Button onPress={onNew}>New notebook</Button>
        </li>
        <li className={styles.way}>
          <span className={styles.words}>
            <span className={styles.name}>Join a team</span>
            Somebody sent you an invitation: a link, or a file.
          </span>
          <Button onPress={onJoin}>Join a notebook…</Button>
        </li>
      </ul>
      <DropHint />
    </div>
  );
}
