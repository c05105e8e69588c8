import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { createEntry } from '../../shared/story/commands/create-entry.ts';
import { setAnyField } from '../../shared/story/commands/set-field.ts';
import type { EntryRef } from '../../shared/story/ref.ts';
import { openNotebook } from '../fields/testing/open-notebook.suite.tsx';
import { AuthorContext } from '../session/author.ts';
import { ContradictionsView } from './ContradictionsView.tsx';

afterEach(cleanup);

async function queue() {
  const notebook = await openNotebook();
  const { writer } = notebook.session;
  const make = (kind: string, fields: Readonly<Record<string, unknown>>): EntryRef =>
    createEntry(writer, { kind, fields });
  const indicator = make('indicators', { label: 'Vessels waiting', value: '237', unit: 'vessels' });
  const source = make('sources', { title: 'Notice', reliability: 'c' });
  const to = { ...indicator, field: 'value' };
  const link = make('evidence', { from: source, to, relation: 'disputes', value: '206', scope: 'Both ends' });
  notebook.show(
    <AuthorContext value={{ name: 'Mara', ensure: () => Promise.resolve('Mara') }}>
      <ContradictionsView />
    </AuthorContext>,
  );
  const rows = () => within(screen.getByRole('list', { name: 'Contradictions' })).getAllByRole('list');
  return { ...notebook, indicator, link, make, rows };
}

describe('the contradiction ledger', () => {
  it('sets values side by side, live', async () => {
    const { session, indicator, rows } = await queue();
    const said = () =>
      within(rows()[0] ?? document.body)
        .getAllByRole('listitem')
        .map((item) => item.textContent);
    expect(said()).toEqual([
      '237 vesselsIn the notebookVessels waiting: value',
      '206Both endsDisputesNoticeFairly reliable',
    ]);
    act(() => setAnyField(session.writer, indicator, 'value', '241'));
    expect(said()[0]).toMatch(/^241 vessels/);
  });

  it('keeps a judgement under a name, and takes it back step by step', async () => {
    const { user, session, view } = await queue();
    await user.click(screen.getByRole('button', { name: 'Judge Vessels waiting: value' }));
    expect(view.selection()?.kind).toBe('contradictions');
    await user.click(screen.getByRole('button', { name: 'Settle Vessels waiting: value' }));
    await screen.findByText(/^Settled by Mara/);
    expect(session.reader.list('contradictions')[0]?.fields).toMatchObject({ state: 'settled', judgedBy: 'Mara' });
    act(() => {
      session.undo.undo();
    });
    await waitFor(() => expect(screen.queryByText(/^Settled by/)).toBeNull());
    act(() => {
      session.undo.undo();
    });
    expect(session.reader.list('contradictions')).toEqual([]);
    expect(screen.getByRole('button', { name: 'Judge Vessels waiting: value' })).toBeTruthy();
  });

  it('compares values that people choose', async () => {
    const { user, session, make } = await queue();
    act(() => void make('events', { title: 'First count', text: 'Two hundred ships.' }));
    await user.click(screen.getByRole('button', { name: 'Compare values…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Compare values' }));
    await user.click(dialog.getByRole('textbox', { name: 'Title' }));
    await user.paste('Two counts');
    await user.click(dialog.getByRole('button', { name: 'Keep contradiction' }));
    expect(dialog.getByRole('alert').textContent).toMatch(/^Choose a field of two entries/);
    await user.click(dialog.getByRole('combobox', { name: 'Entry 1' }));
    await user.paste('vessels');
    await user.click(await screen.findByRole('option', { name: /Vessels waiting/ }));
    await user.click(dialog.getByRole('combobox', { name: 'Entry 2' }));
    await user.paste('first');
    await user.click(await screen.findByRole('option', { name: /First count/ }));
    await user.click(dialog.getByRole('button', { name: /Field of First count/ }));
    await user.click(await screen.findByRole('option', { name: /^Description/ }));
    await user.click(dialog.getByRole('button', { name: 'Keep contradiction' }));
    const about = session.reader.list('contradictions')[0]?.fields.about.map(({ kind, field }) => [kind, field]);
    expect(about).toEqual([
      ['indicators', 'value'],
      ['events', 'text'],
    ]);
    expect(screen.getByText('Two hundred ships.')).toBeTruthy();
  });

  it('says what belongs there while nothing does', async () => {
    const { session, link } = await queue();
    act(() => setAnyField(session.writer, link, 'relation', 'context'));
    expect(screen.getByText('No contradictions')).toBeTruthy();
  });
});
