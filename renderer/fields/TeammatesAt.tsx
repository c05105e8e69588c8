import type { EntryRef } from '../../shared/story/ref.ts';
import { useTeammatesAt } from '../session/presence.ts';
import { VisuallyHidden } from '../ui/index.ts';
import styles from './teammates.module.css';

/** A line of colour at the edge of a row for each teammate who has chosen its entry; the row must be positioned. Takes no room. */
export function TeammatesAt({ of }: { readonly of: EntryRef }) {
  const teammates = useTeammatesAt(of);
  if (teammates.length === 0) return null;
  const words = `${teammates.map(({ name }) => name).join(', ')} ${teammates.length === 1 ? 'is' : 'are'} here`;
  return (
    <span className={styles.edge} title={words}>
      <VisuallyHidden>{words}</VisuallyHidden>
      {teammates.map(({ session, colour }) => (
        <span key={session} data-mate={colour} className={styles.mate} aria-hidden />
      ))}
    </span>
  );
}
