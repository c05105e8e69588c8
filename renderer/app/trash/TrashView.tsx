import type { Entry } from '../../../shared/story/entry.ts';
import { findSection } from '../../../shared/story/sections.ts';
import { useCommands } from '../../session/session-context.ts';
import { Button, EmptyState, momentWords, toasts } from '../../ui/index.ts';
import styles from './TrashView.module.css';
import { useTrash } from './use-trash.ts';

/** What was deleted in this notebook, of every kind, and the way to bring it back. */
export function TrashView() {
  const entries = useTrash();
  return (
    <div className={styles.view}>
      <h1 className={styles.title}>Trash</h1>
      <p className={styles.words}>
        What is deleted stays here, so that nothing a colleague added meanwhile is lost with it. Restoring puts it back
        in its old place.
      </p>
      {entries.length === 0 ? (
        <EmptyState title="Nothing was deleted">
          Deleted events, people, notes, drafts and sources appear here.
        </EmptyState>
      ) : (
        <ul className={styles.list} aria-label="Deleted entries">
          {entries.map((entry) => (
            <TrashRow key={`${entry.kind}/${entry.id}`} entry={entry} />
          ))}
        </ul>
      )}
    </div>
  );
}

function TrashRow({ entry }: { readonly entry: Entry }) {
  const { restore } = useCommands();
  const section = findSection(entry.kind);
  const title = section?.title(entry.fields) ?? entry.id;
  return (
    <li className={styles.row}>
      <span className={styles.what}>
        <span className={styles.name}>{title}</span>
        <span className={styles.meta}>
          {section?.names.one} · deleted {momentWords(entry.deletedAt ?? '', new Date())}
        </span>
      </span>
      <Button
        size="small"
        aria-label={`Restore ${title}`}
        onPress={() => {
          restore({ kind: entry.kind, id: entry.id });
          toasts.show({ message: `Restored “${title}”` });
        }}
      >
        Restore
      </Button>
    </li>
  );
}
