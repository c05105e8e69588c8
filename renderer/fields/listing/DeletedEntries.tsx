import { findSection, section } from '../../../shared/story/sections.ts';
import type { SectionKind } from '../../../shared/story/sections.ts';
import { useCommands, useKindVersion, useReadOnly, useSession } from '../../session/session-context.ts';
import { Button } from '../../ui/index.ts';
import { nounOf } from '../panel/noun-of.ts';
import styles from './listing.module.css';

/** The entries of a kind that are in the trash, with the way back. */
export function DeletedEntries({ kind }: { readonly kind: SectionKind }) {
  const { reader } = useSession();
  const { restore } = useCommands();
  const isReadOnly = useReadOnly();
  // Deleted entries have no list of their own to follow.
  useKindVersion(kind);
  const deleted = reader.deleted(kind);
  if (deleted.length === 0 || isReadOnly) return null;
  return (
    <section className={styles.deleted} aria-label={`Deleted ${section(kind).names.many.toLowerCase()}`}>
      <h2>In the trash</h2>
      <ul className={styles.rows}>
        {deleted.map(({ id, fields }) => {
          const title = findSection(kind)?.title(fields) ?? id;
          return (
            <li key={id} className={styles.row}>
              <span className={styles.what}>{title}</span>
              <Button
                size="small"
                aria-label={`Restore ${nounOf(kind, 1)} ${title}`}
                onPress={() => restore({ kind, id })}
              >
                Restore
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
