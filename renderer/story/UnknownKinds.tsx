import { useSession } from '../session/session-context.ts';
import styles from './story.module.css';

/** Says that a newer version keeps more in this notebook than can be shown here. */
export function UnknownKinds() {
  const kinds = [...useSession().reader.unknownKinds()].filter(([, count]) => count > 0);
  if (kinds.length === 0) return null;
  const list = kinds.map(([kind, count]) => `${kind} (${count})`).join(', ');
  return (
    <p role="note" className={styles.unknown}>
      From a newer version: {list}. This version cannot show them; they are kept as they are.
    </p>
  );
}
