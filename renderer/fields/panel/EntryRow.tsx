import { useEffect, useRef } from 'react';
import type { DragEvent, FocusEvent, KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { refKey, sameRef } from '../../../shared/story/ref.ts';
import { useReadOnly, useSelection, useSession, useTitle, useView } from '../../session/session-context.ts';
import { classes, Icon } from '../../ui/index.ts';
import { TeammatesAt } from '../TeammatesAt.tsx';
import { takeWanted } from './add-entry.ts';
import { useEntryList } from './list-context.ts';
import type { DropTarget, EntryListHandle } from './list-context.ts';
import styles from './panel.module.css';
import { RowActions, RowMenu } from './RowMenu.tsx';
import { useRemoveEntry } from './use-remove-entry.ts';

interface EntryRowProps {
  readonly kind: string;
  readonly id: string;
  readonly className?: string | undefined;
  /** More to do with this entry: `MenuItem`s before the usual ones. */
  readonly menu?: ReactNode;
  readonly children: ReactNode;
}

/** One entry of a list: chosen by click or focus, moved by its handle or Alt with an arrow, with a menu of its own. */
export function EntryRow({ kind, id, className, menu, children }: EntryRowProps) {
  const ref = { kind, id };
  const list = useEntryList();
  const view = useView();
  const chosen = sameRef(useSelection(), ref);
  const title = useTitle(ref) ?? '';
  const row = useStartWriting(kind, id);
  const isReadOnly = useReadOnly();
  const remove = useRemoveEntry();
  const removeRow = (): void => {
    const next = focusTarget(row.current);
    remove(ref);
    // Not before the menu has closed: it gives the focus back to its button, which is gone with the row.
    requestAnimationFrame(() => next?.focus());
  };
  const choose = (event: MouseEvent | FocusEvent): void => {
    // What floats (menus) is a child of the row for React, and not on the page.
    if (!(event.target instanceof Element) || !event.currentTarget.contains(event.target)) return;
    // A press with the mouse gives focus before the click: choosing then would move things under the pointer.
    if (event.type === 'focus' && !event.target.matches(':focus-visible')) return;
    if (!sameRef(view.selection(), ref)) view.select(ref);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
    if (step === null || !event.altKey || isReadOnly || event.target instanceof HTMLTextAreaElement) return;
    event.preventDefault();
    list.move(id, { step });
  };
  return (
    // The keys, clicks and dragging are those of the controls in it: a row itself is not a control.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      ref={row}
      data-entry={refKey(ref)}
      data-drop={list.target?.id === id && list.dragged !== id ? list.target.side : undefined}
      data-dragged={list.dragged === id || undefined}
      aria-current={chosen || undefined}
      className={classes(styles.row, className)}
      onClick={choose}
      onFocus={choose}
      onKeyDown={onKeyDown}
      onDragOver={(event) => onDragOver(event, list, id)}
      onDrop={(event) => {
        if (list.dragged === null) return;
        event.preventDefault();
        list.endDrag(true);
      }}
    >
      {!isReadOnly && (
        <span
          aria-hidden="true"
          title="Drag to reorder"
          draggable
          className={styles.handle}
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move';
            event.dataTransfer.setData('text/plain', title);
            if (row.current !== null) event.dataTransfer.setDragImage(row.current, 0, 0);
            list.startDrag(id);
          }}
          onDragEnd={() => list.endDrag(false)}
        >
          <Icon name="drag" />
        </span>
      )}
      {children}
      <TeammatesAt of={ref} />
      {!isReadOnly && (
        <>
          {chosen && <RowActions target={ref} title={title} onRemove={removeRow} />}
          <RowMenu target={ref} title={title} onRemove={removeRow}>
            {menu}
          </RowMenu>
        </>
      )}
    </li>
  );
}

/** What gets the focus when a row goes: the row behind it, the one before it, or the section's own button. */
function focusTarget(row: HTMLElement | null): HTMLElement | null {
  const neighbour = row?.nextElementSibling ?? row?.previousElementSibling;
  const within = neighbour ?? row?.closest('section');
  return within?.querySelector<HTMLElement>('[role=textbox], button') ?? null;
}

function onDragOver(event: DragEvent<HTMLElement>, list: EntryListHandle, id: string): void {
  if (list.dragged === null) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = 'move';
  const box = event.currentTarget.getBoundingClientRect();
  const isBehind =
    list.layout === 'grid' ? event.clientX > box.left + box.width / 2 : event.clientY > box.top + box.height / 2;
  const target: DropTarget = { id, side: isBehind ? 'behind' : 'before' };
  list.dragOver(target);
}

/** A new entry is written at once: its first field opens when its row appears. */
function useStartWriting(kind: string, id: string) {
  const session = useSession();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!takeWanted(session, { kind, id })) return;
    row.current?.scrollIntoView({ block: 'nearest' });
    // What an entry is called by comes first; its button shows whether the entry is chosen or not.
    row.current?.querySelector<HTMLElement>('[data-placeholder=shown], [role=textbox]')?.click();
  }, [session, kind, id]);
  return row;
}
