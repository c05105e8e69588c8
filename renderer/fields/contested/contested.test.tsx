import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { createEntry } from '../../../shared/story/commands/create-entry.ts';
import { deleteEntries } from '../../../shared/story/commands/delete-entry.ts';
import { setAnyField } from '../../../shared/story/commands/set-field.ts';
import { connect, peer } from '../../../shared/story/testing/peers.ts';
import { ToDecide } from '../../app/trash/ToDecide.tsx';
import { ToastRegion } from '../../ui/index.ts';
import { openNotebook } from '../testing/open-notebook.suite.tsx';
import { ContestedMark } from './ContestedMark.tsx';
import { ContestedNotice } from './ContestedNotice.tsx';

afterEach(cleanup);

/** A notebook in which Ilir deleted a person whose name somebody changed here. */
async function withContested() {
  const notebook = await openNotebook();
  const { session } = notebook;
  const ref = createEntry(session.writer, { kind: 'people', fields: { name: 'Mara Riedel' } });
  const ilir = peer('Ilir', session.doc);
  deleteEntries(ilir.writer, [ref]);
  setAnyField(session.writer, ref, 'role', 'Harbour master');
  connect(session.doc, ilir.doc);
  notebook.show(
    <>
      <ContestedMark of={ref} />
      <ContestedNotice of={ref} />
      <ToDecide />
      <ToastRegion />
    </>,
  );
  return { ...notebook, ref };
}

const notice = () => screen.queryByRole('region', { name: 'Deleted while it was being edited' });

describe('an entry that somebody deleted while it was being edited', () => {
  it('[DC2] says so in its row and above its details, and is listed where one decides', async () => {
    const { user, view, ref } = await withContested();
    expect(notice()?.textContent).toContain('Ilir deleted this while it was being edited');
    const toDecide = screen.getByRole('region', { name: '1 entry to decide about' });
    expect(within(toDecide).getByRole('button', { name: 'Mara Riedel' })).toBeDefined();
    await user.click(screen.getByRole('button', { name: /^Ilir deleted this while it was being edited\. Decide/ }));
    expect(view.selection()).toEqual(ref);
  });

  it('[DC3] is kept by one press, which can be undone', async () => {
    const { user, session, ref } = await withContested();
    await user.click(screen.getByRole('button', { name: 'Keep' }));
    expect(session.reader.entry('people', ref.id)).toMatchObject({ deletedAt: null });
    expect(session.reader.entry('people', ref.id)?.contested).toBeUndefined();
    expect(notice()).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(session.reader.entry('people', ref.id)?.contested?.by).toBe('Ilir');
  });

  it('[DC3] is moved to the trash by one press, which can be undone', async () => {
    const { user, session, ref } = await withContested();
    await user.click(screen.getByRole('button', { name: 'Move Mara Riedel to trash' }));
    expect(session.reader.ids('people')).toEqual([]);
    expect(screen.queryByRole('region', { name: '1 entry to decide about' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(session.reader.ids('people')).toEqual([ref.id]);
    expect(notice()).not.toBeNull();
  });
});
