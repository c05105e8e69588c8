import { useSession, useStory } from '../session/session-context.ts';
import styles from './story.module.css';

/** Says that a newer version keeps more in this notebook than can be shown here. */
export function FromNewer() {
  const { reader } = useSession();
  const kinds = [...reader.unknownKinds()]
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${kind} (${count})`);
  const fields = Object.keys(useStory().extra);
  if (kinds.length + fields.length === 0) return null;
  return (
    <p role="note" className={styles.newer}>
      From a newer version: {[...fields, ...kinds].join(', ')}. This version cannot show them; they are kept as they
      are.
    </p>
  );
}
