import { useView } from '../session/session-context.ts';
import { Button, EmptyState, sizeWords, Spinner } from '../ui/index.ts';
import { byDay, clockWords, dayHeading, momentInFull } from './day-words.ts';
import { useHistory } from './history-context.ts';
import { placeOf } from './history-filter.ts';
import styles from './history.module.css';
import { useAnswer } from './use-answer.ts';

/** The notebook's backups, the latest first. Each can be compared with the present, and taken back in part or as a whole. */
export function BackupList() {
  const history = useHistory();
  const view = useView();
  const { value, problem, isPending } = useAnswer('backups', () => history.backups());
  if (problem !== null) return <p role="alert">{problem}</p>;
  if (value === null) return isPending ? <Spinner label="Looking for backups" /> : null;
  if (value.length === 0) {
    return (
      <EmptyState title="No backups yet">
        Backstory makes one while you work and whenever you close the notebook. They lie in the notebook’s folder.
      </EmptyState>
    );
  }
  const now = new Date();
  return (
    <>
      <p className={styles.words}>
        Made while you work and whenever the notebook is closed. Comparing changes nothing; what you then take back can
        be undone.
      </p>
      {byDay(value, ({ at }) => at).map(([day, backups]) => (
        <section key={day} aria-label={dayHeading(day, now)}>
          <h2 className={styles.day}>{dayHeading(day, now)}</h2>
          <ul className={styles.changes}>
            {backups.map((backup) => (
              <li key={backup.name} className={styles.backup}>
                <span>{clockWords(backup.at)}</span>
                <span className={styles.made}>{sizeWords(backup.bytes)}</span>
                <Button
                  size="small"
                  aria-label={`Compare the backup of ${momentInFull(backup.at)} with now`}
                  onPress={() => view.go({ view: 'history', open: placeOf({ type: 'backup', name: backup.name }) })}
                >
                  Compare with now
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
