import { useCommands, useEntry, useKindVersion, useSession, useView } from '../session/session-context.ts';
import { useIds } from '../session/session-context.ts';
import { Button, EmptyState, IconButton, Menu, MenuItem, MenuTrigger, toasts } from '../ui/index.ts';
import { EditableLine, useEntryField } from '../fields/index.ts';
import styles from './drafts.module.css';

/** All drafts of the notebook. `gone`: the draft one came for, where it is in the trash. */
export function DraftList({ gone = null }: { readonly gone?: string | null }) {
  const ids = useIds('drafts');
  const view = useView();
  const { create, restore } = useCommands();
  const start = (): void => {
    const ref = create({ kind: 'drafts', fields: {} });
    view.go({ view: 'drafts', open: ref.id }, ref);
  };
  return (
    <div className={styles.list}>
      {gone !== null && (
        <div className={styles.notice} role="status">
          This draft is in the trash.{' '}
          <Button size="small" onPress={() => restore({ kind: 'drafts', id: gone })}>
            Restore
          </Button>
        </div>
      )}
      <header className={styles.listHead}>
        <h1>Drafts</h1>
        {ids.length > 0 && <Button onPress={start}>New draft</Button>}
      </header>
      {ids.length === 0 ? (
        <EmptyState
          title="No drafts yet"
          action={
            <Button variant="primary" onPress={start}>
              New draft
            </Button>
          }
        >
          A draft is a text of your own: an analysis, a memo, a note to the editor. Type @ in it to refer to an entry.
        </EmptyState>
      ) : (
        <ul className={styles.rows}>
          {ids.map((id) => (
            <Row key={id} id={id} />
          ))}
        </ul>
      )}
      <Deleted />
    </div>
  );
}

function Row({ id }: { readonly id: string }) {
  const view = useView();
  const { remove, restore } = useCommands();
  const draft = useEntry('drafts', id);
  const title = useEntryField('drafts', id, 'title');
  if (draft === undefined) return null;
  const name = title.value === '' ? 'Untitled draft' : title.value;
  const ref = { kind: 'drafts', id };
  const trash = (): void => {
    remove(ref);
    toasts.show({ message: `“${name}” is in the trash.`, action: { label: 'Undo', run: () => restore(ref) } });
  };
  return (
    <li className={styles.row}>
      <div className={styles.rowTitle}>
        <EditableLine bound={title} add="Add title" lasting />
        <span className={styles.meta}>{startedOn(draft.createdAt, draft.createdBy)}</span>
      </div>
      <Button aria-label={`Open draft ${name}`} onPress={() => view.go({ view: 'drafts', open: id }, ref)}>
        Open
      </Button>
      <MenuTrigger>
        <IconButton icon="more" label={`More for draft ${name}`} />
        <Menu placement="bottom end">
          <MenuItem tone="danger" onAction={trash}>
            Move to trash
          </MenuItem>
        </Menu>
      </MenuTrigger>
    </li>
  );
}

function Deleted() {
  const { reader } = useSession();
  const { restore } = useCommands();
  // Deleted entries have no list of their own to follow.
  useKindVersion('drafts');
  const deleted = reader.deleted('drafts');
  if (deleted.length === 0) return null;
  return (
    <section className={styles.deleted} aria-label="Deleted drafts">
      <h2>In the trash</h2>
      <ul className={styles.rows}>
        {deleted.map((draft) => {
          const title = draft.fields['title'];
          const name = typeof title === 'string' && title !== '' ? title : 'Untitled draft';
          return (
            <li key={draft.id} className={styles.row}>
              <span className={styles.rowTitle}>{name}</span>
              <Button
                size="small"
                aria-label={`Restore draft ${name}`}
                onPress={() => restore({ kind: 'drafts', id: draft.id })}
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

function startedOn(createdAt: string, createdBy: string): string {
  const time = new Date(createdAt);
  if (Number.isNaN(time.getTime())) return createdBy;
  const day = time.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
  return createdBy === '' ? `Started ${day}` : `Started ${day} by ${createdBy}`;
}
