import { useDeferredValue, useMemo, useState } from 'react';
import { useRemoveEntry } from '../../fields/index.ts';
import { actions } from '../../session/actions.ts';
import { useCommands, useIds, useReadOnly, useSession, useStory, useView } from '../../session/session-context.ts';
import { Button, EmptyState, toasts } from '../../ui/index.ts';
import { ChosenBar } from './ChosenBar.tsx';
import { keepList, keptList } from './kept-list.ts';
import { applySourceFilter, noSourceFilter } from './source-filter.ts';
import type { SourceFilter } from './source-filter.ts';
import { SourceFilters } from './SourceFilters.tsx';
import styles from './source-list.module.css';
import { SourceRows } from './SourceRows.tsx';
import { useSourceItems } from './use-source-items.ts';

/** All sources of the notebook. `gone`: the source one came for, where it is in the trash. */
export function SourceList({ gone = null }: { readonly gone?: string | null }) {
  const { id: notebook, reader } = useSession();
  const view = useView();
  const commands = useCommands();
  const removeOne = useRemoveEntry();
  const isReadOnly = useReadOnly();
  const items = useSourceItems();
  const [filter, setFilter] = useState(() => keptList(notebook).filter);
  const [active, setActive] = useState(() => keptList(notebook).active);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set<string>());
  const deferred = useDeferredValue(filter);
  const ids = useMemo(() => applySourceFilter(items, deferred), [items, deferred]);
  const byId = useMemo(() => new Map(items.map((item) => [item.id, item])), [items]);
  // What was put in the trash meanwhile, here or by a colleague, is chosen no longer.
  const chosen = useMemo(() => new Set([...picked].filter((id) => byId.has(id))), [picked, byId]);
  const narrow = (next: SourceFilter): void => {
    keepList(notebook, { filter: next });
    setFilter(next);
  };
  const activate = (id: string): void => {
    keepList(notebook, { active: id });
    setActive(id);
    view.select({ kind: 'sources', id });
  };
  const open = (id: string): void => {
    keepList(notebook, { active: id });
    view.go({ view: 'sources', open: id }, { kind: 'sources', id });
  };
  const choose = (id: string, isChosen: boolean): void => {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    setPicked(next);
  };
  const remove = (id: string): void => {
    const at = ids.indexOf(id);
    const next = ids[at + 1] ?? ids[at - 1];
    if (next !== undefined) activate(next);
    removeOne({ kind: 'sources', id });
  };
  const removeChosen = (): void => {
    const refs = [...chosen].map((id) => ({ kind: 'sources', id }));
    commands.remove(...refs);
    toasts.show({
      message: `${refs.length === 1 ? '1 source is' : `${refs.length} sources are`} in the trash.`,
      action: { label: 'Undo', run: () => commands.restore(...refs) },
    });
  };
  const trashed = reader.deleted('sources').length;
  const add = (
    <>
      <Button onPress={() => actions.run('source.open')}>Open files…</Button>
      <Button variant="primary" onPress={() => actions.run('source.add')}>
        Add source…
      </Button>
    </>
  );
  return (
    <div className={styles.view}>
      <div className={styles.top}>
        {gone !== null && (
          <div className={styles.notice} role="status">
            This source is in the trash.{' '}
            {!isReadOnly && (
              <Button size="small" onPress={() => commands.restore({ kind: 'sources', id: gone })}>
                Restore
              </Button>
            )}
          </div>
        )}
        <header className={styles.head}>
          <h1>Sources</h1>
          {items.length > 0 && !isReadOnly && <div className={styles.buttons}>{add}</div>}
        </header>
        <Declared />
        {items.length > 0 && <SourceFilters items={items} filter={filter} shown={ids.length} onFilter={narrow} />}
        {chosen.size > 0 && !isReadOnly && (
          <ChosenBar
            count={chosen.size}
            shown={ids.length}
            onAll={() => setPicked(new Set([...chosen, ...ids]))}
            onNone={() => setPicked(new Set<string>())}
            onRemove={removeChosen}
          />
        )}
      </div>
      {items.length === 0 ? (
        <div className={styles.empty}>
          <EmptyState title="No sources yet" {...(isReadOnly ? {} : { action: add })}>
            The documents this story rests on: PDF, saved web pages, Markdown and text. Drop files on the window, open
            them, give a web address, or paste. Each is kept exactly as it is, can be read and highlighted, and is found
            by search.
          </EmptyState>
        </div>
      ) : ids.length === 0 ? (
        <div className={styles.empty}>
          <EmptyState
            title="No source fits"
            action={<Button onPress={() => narrow({ ...noSourceFilter, sort: filter.sort })}>Show all sources</Button>}
          >
            No source of this notebook meets all of the filters.
          </EmptyState>
        </div>
      ) : (
        <SourceRows
          {...{ ids, active, chosen }}
          items={byId}
          onActive={activate}
          onOpen={open}
          onChoose={choose}
          onRemove={isReadOnly ? () => undefined : remove}
        />
      )}
      {trashed > 0 && !isReadOnly && (
        <p className={styles.trashed}>
          <Button size="small" variant="quiet" onPress={() => view.go({ view: 'trash' })}>
            {trashed === 1 ? '1 source is in the trash' : `${trashed} sources are in the trash`}
          </Button>
        </p>
      )}
    </div>
  );
}

/** The number a page declared, beside the number known. */
function Declared() {
  const known = useIds('sources').length;
  const declared = useStory().fields.declaredSourceCount;
  if (declared === null) return null;
  return (
    <p className={styles.declared}>
      {known} of {declared} declared on the page
    </p>
  );
}
