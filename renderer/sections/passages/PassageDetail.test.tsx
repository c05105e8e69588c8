import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { createEntry } from '../../../shared/story/commands/create-entry.ts';
import { deleteEntries } from '../../../shared/story/commands/delete-entry.ts';
import { section } from '../../../shared/story/sections.ts';
import { openNotebook } from '../../fields/testing/open-notebook.suite.tsx';
import { PassageDetail } from './PassageDetail.tsx';

afterEach(cleanup);

describe('PassageDetail', () => {
  it('shows the words and leads to them in their source', async () => {
    const { session, show, user, view } = await openNotebook();
    const source = createEntry(session.writer, section('sources').fixture());
    const { id } = createEntry(session.writer, {
      kind: 'passages',
      fields: { ...section('passages').fixture().fields, source },
    });
    show(<PassageDetail id={id} />);
    expect(screen.getByText('reduced visibility')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Statement on the grounding' }));
    expect(view.place()).toEqual({ view: 'sources', open: source.id });
    expect(view.selection()).toEqual({ kind: 'passages', id });
  });

  it('says so where its source is in the trash', async () => {
    const { session, show } = await openNotebook();
    const source = createEntry(session.writer, section('sources').fixture());
    const { id } = createEntry(session.writer, { kind: 'passages', fields: { source } });
    deleteEntries(session.writer, [source]);
    show(<PassageDetail id={id} />);
    expect(screen.getByText('Its source is in the trash, or not in this notebook.')).toBeTruthy();
  });
});
