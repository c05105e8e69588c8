import { actions } from '../../session/actions.ts';
import { useCommands, useEntry, useIds, useStory, useTitle, useView } from '../../session/session-context.ts';
import { Button, EmptyState, IconButton, Menu, MenuItem, MenuTrigger } from '../../ui/index.ts';
import { DeletedSources } from './DeletedSources.tsx';
import { metaOf } from './source-words.ts';
import styles from './sources.module.css';
import { useTrashSource } from './use-trash-source.ts';

/** All sources of the notebook. `gone`: the source one came for, where it is in the trash. */
export function SourceList({ gone = null }: { readonly gone?: string | null }) {
  const ids = useIds('sources');
  const { restore } = useCommands();
  const addButtons = (
    <>
      <Button onPress={() => actions.run('source.open')}>Open text file…</Button>
      <Button variant="primary" onPress={() => actions.run('source.add')}>
        Add source…
      </Button>
    </>
  );
  return (
    <div className={styles.list}>
      {gone !== null && (
        <div className={styles.notice} role="status">
          This source is in the trash.{' '}
          <Button size="small" onPress={() => restore({ kind: 'sources', id: gone })}>
            Restore
          </Button>
        </div>
      )}
      <header className={styles.head}>
        <h1>Sources</h1>
        {ids.length > 0 && <div className={styles.buttons}>{addButtons}</div>}
      </header>
      <Declared known={ids.length} />
      {ids.length === 0 ? (
        <EmptyState title="No sources yet" action={<div className={styles.buttons}>{addButtons}</div>}>
          The documents this story rests on: paste an article’s text, or open a text file. It is kept exactly as it is,
          and found by search.
        </EmptyState>
      ) : (
        <ul className={styles.rows} aria-label="Sources">
          {ids.map((id) => (
            <SourceRow key={id} id={id} />
          ))}
        </ul>
      )}
      <DeletedSources />
    </div>
  );
}

/** The number a page declared, beside the number known. */
function Declared({ known }: { readonly known: number }) {
  const declared = useStory().fields.declaredSourceCount;
  if (declared === null) return null;
  return (
    <p className={styles.declared}>
      {known} of {declared} declared on the page
    </p>
  );
}

function SourceRow({ id }: { readonly id: string }) {
  const view = useView();
  const source = useEntry('sources', id);
  const title = useTitle({ kind: 'sources', id });
  const trash = useTrashSource(id);
  if (source === undefined || title === null) return null;
  return (
    <li className={styles.row}>
      <span className={styles.what}>
        <button
          type="button"
          className={styles.open}
          onClick={() => view.go({ view: 'sources', open: id }, { kind: 'sources', id })}
        >
          {title}
        </button>
        <span className={styles.meta}>{metaOf(source.fields)}</span>
      </span>
      <MenuTrigger>
        <IconButton icon="more" label={`More for source ${title}`} />
        <Menu placement="bottom end">
          <MenuItem tone="danger" onAction={trash}>
            Move to trash
          </MenuItem>
        </Menu>
      </MenuTrigger>
    </li>
  );
}
