import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { createEntry } from '../../../shared/story/commands/create-entry.ts';
import { ToastRegion } from '../../ui/index.ts';
import { useEntryField } from '../bound.ts';
import { EditableLine } from '../EditableLine.tsx';
import { openNotebook } from '../testing/open-notebook.suite.tsx';
import { EntryList } from './EntryList.tsx';
import { EntryRow } from './EntryRow.tsx';
import { SectionPanel } from './SectionPanel.tsx';
import { shownRanges } from './shown-ranges.ts';

afterEach(cleanup);

function Row({ id }: { readonly id: string }) {
  return (
    <EntryRow kind="contexts" id={id}>
      <EditableLine bound={useEntryField('contexts', id, 'title')} lasting />
    </EntryRow>
  );
}

function Panel() {
  return (
    <SectionPanel kind="contexts" belongs="What happened before.">
      <EntryList kind="contexts" limit={5}>
        {(id) => <Row id={id} />}
      </EntryList>
      <ToastRegion />
    </SectionPanel>
  );
}

async function withContexts(...titles: readonly string[]) {
  const notebook = await openNotebook();
  for (const title of titles) createEntry(notebook.session.writer, { kind: 'contexts', id: title, fields: { title } });
  notebook.show(<Panel />);
  return { ...notebook, order: () => notebook.session.reader.ids('contexts').join(' ') };
}

const titleBox = (title: string) => screen.getByRole('textbox', { name: `Title of historical context ${title}` });
const rowOf = (title: string): HTMLElement => {
  const row = titleBox(title).closest('li');
  if (row === null) throw new Error('It stands in no row');
  return row;
};

describe('rows of entries', () => {
  it('are chosen by keyboard focus and by a click', async () => {
    const { user, view } = await withContexts('One', 'Two');
    await user.tab();
    await user.tab();
    expect(view.selection()).toEqual({ kind: 'contexts', id: 'One' });
    expect(rowOf('One').getAttribute('aria-current')).toBe('true');
    await user.click(titleBox('Two'));
    expect(view.selection()).toEqual({ kind: 'contexts', id: 'Two' });
  });

  it('are moved by Alt and an arrow, which is said, and undone as one step', async () => {
    const { user, order, session } = await withContexts('One', 'Two', 'Three');
    titleBox('One').focus();
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(order()).toBe('Two One Three');
    expect(screen.getByText('Moved to place 2 of 3.')).toBeTruthy();
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}{Alt>}{ArrowDown}{/Alt}');
    expect(order()).toBe('Two Three One');
    expect(screen.getByText('It is the last already.')).toBeTruthy();
    session.undo.undo();
    expect(order()).toBe('Two One Three');
  });

  it('are moved by dragging their handle', async () => {
    const { order } = await withContexts('One', 'Two', 'Three');
    const handle = within(rowOf('Three')).getByTitle('Drag to reorder');
    const dataTransfer = { setData: () => undefined, setDragImage: () => undefined };
    fireEvent.dragStart(handle, { dataTransfer });
    // The small DOM has no layout: every point lies in the first half of a row.
    fireEvent.dragOver(rowOf('One'), { dataTransfer });
    fireEvent.drop(rowOf('One'), { dataTransfer });
    expect(order()).toBe('Three One Two');
  });

  it('go to the trash from their menu, and come back with Undo', async () => {
    const { user, order, view } = await withContexts('One', 'Two');
    await user.click(titleBox('One'));
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: 'Actions for One' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Move to trash' }));
    expect(order()).toBe('Two');
    expect(view.selection()?.id).not.toBe('One');
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(order()).toBe('One Two');
  });

  it('begin with an empty section that says what belongs there; a new entry is written at once', async () => {
    const { user, session } = await withContexts();
    expect(screen.getByText('What happened before.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Add historical context' }));
    await user.keyboard('The long closure{Enter}');
    expect(session.reader.list('contexts')[0]?.fields.title).toBe('The long closure');
  });

  it('are shown in part where there are many, with how many are left out and the chosen one among them', async () => {
    const titles = Array.from({ length: 40 }, (_, index) => `n${index}`);
    const { user, view } = await withContexts(...titles);
    expect(screen.getAllByRole('textbox')).toHaveLength(5);
    expect(screen.getByText('35 more historical contexts')).toBeTruthy();
    view.select({ kind: 'contexts', id: 'n20' });
    expect(await screen.findByRole('textbox', { name: /context n20$/ })).toBeTruthy();
    expect(screen.getByText('12 more historical contexts')).toBeTruthy();
    view.select(null);
    await user.click(await screen.findByRole('button', { name: 'Show more' }));
    expect(screen.getAllByRole('textbox')).toHaveLength(10);
  });
});

describe('shownRanges', () => {
  it('shows short lists whole, and a handful more than the limit', () => {
    expect(shownRanges(3, 30, -1)).toEqual([{ from: 0, to: 3 }]);
    expect(shownRanges(33, 30, -1)).toEqual([{ from: 0, to: 33 }]);
    expect(shownRanges(34, 30, -1)).toEqual([{ from: 0, to: 30 }]);
  });

  it('adds what is chosen further down, joined where it is near', () => {
    expect(shownRanges(100, 30, 12)).toEqual([{ from: 0, to: 30 }]);
    expect(shownRanges(100, 30, 32)).toEqual([{ from: 0, to: 36 }]);
    expect(shownRanges(100, 30, 99)).toEqual([
      { from: 0, to: 30 },
      { from: 96, to: 100 },
    ]);
  });
});
