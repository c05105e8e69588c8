import { findSection } from '../../../shared/story/sections.ts';
import { useCommands, useKindVersion, useSession } from '../../session/session-context.ts';
import { Button } from '../../ui/index.ts';
import styles from './sources.module.css';

/** Sources in the trash, with the way back. */
export function DeletedSources() {
  const { reader } = useSession();
  const { restore } = useCommands();
  // Deleted entries have no list of their own to follow.
  useKindVersion('sources');
  const deleted = reader.deleted('sources');
  if (deleted.length === 0) return null;
  return (
    <section aria-labelledby="deleted-sources" className={styles.deleted}>
      <h2 id="deleted-sources">In the trash</h2>
      <ul className={styles.rows}>
        {deleted.map(({ id, fields }) => {
          const title = findSection('sources')?.title(fields) ?? id;
          return (
            <li key={id} className={styles.row}>
              <span className={styles.what}>{title}</span>
              <Button size="small" aria-label={`Restore ${title}`} onPress={() => restore({ kind: 'sources', id })}>
                Restore
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
