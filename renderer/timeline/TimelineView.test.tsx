import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { createEntry } from '../../shared/story/commands/create-entry.ts';
import { openNotebook } from '../fields/testing/open-notebook.suite.tsx';
import { ToastRegion } from '../ui/index.ts';
import { TimelineView } from './TimelineView.tsx';

afterEach(cleanup);

/** A timeline of events by letter, "A24" dated 24 March, "a" undated; a category where one is given. */
async function timeline(...written: readonly (string | readonly [id: string, category: string])[]) {
  const notebook = await openNotebook();
  for (const one of written) {
    const [id, category = ''] = typeof one === 'string' ? [one] : one;
    const date = id.length === 1 ? null : { edtf: `2021-03-${id.slice(1)}` };
    createEntry(notebook.session.writer, { kind: 'events', id, fields: { title: id, date, category } });
  }
  notebook.show(
    <>
      <TimelineView />
      <ToastRegion />
    </>,
  );
  return {
    ...notebook,
    order: () => notebook.session.reader.ids('events').join(' '),
    press: (id: string, key: string) => {
      act(() => notebook.view.select({ kind: 'events', id }));
      fireEvent.keyDown(screen.getByRole('listbox', { name: 'Events' }), { key, altKey: true });
    },
  };
}

describe('Alt and an arrow in the list of the timeline', () => {
  it('moves a dated event among those of its day, with the undated ones that follow it, as one step of undo', async () => {
    const { order, press, session } = await timeline('A24', 'B23', 'x', 'C23', 'y', 'D22');
    press('C23', 'ArrowUp');
    expect(order()).toBe('A24 C23 y B23 x D22');
    press('C23', 'ArrowDown');
    expect(order()).toBe('A24 B23 x C23 y D22');
    session.undo.undo();
    expect(order()).toBe('A24 C23 y B23 x D22');
  });

  it('says why a dated event stays', async () => {
    const { order, press } = await timeline('A24', 'B23');
    press('B23', 'ArrowUp');
    press('B23', 'ArrowUp');
    expect(order()).toBe('A24 B23');
    expect(screen.getAllByText(/^A dated event stands where its date puts it/)).toHaveLength(1);
  });

  it('gets past the neighbour that is seen, where a filter hides others', async () => {
    const { order, press, user } = await timeline(['a', 'Talks'], 'b', 'c', ['d', 'Talks'], 'e', ['f', 'Talks']);
    await user.click(screen.getByRole('button', { name: 'Talks' }));
    press('a', 'ArrowDown');
    expect(order()).toBe('b c d a e f');
    press('f', 'ArrowUp');
    expect(order()).toBe('b c d f a e');
    press('a', 'ArrowDown');
    expect(order()).toBe('b c d f a e');
    expect(screen.getByText('It is the last already.')).toBeTruthy();
  });
});
