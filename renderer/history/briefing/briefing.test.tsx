import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createEntry } from '../../../shared/story/commands/create-entry.ts';
import { deleteEntries } from '../../../shared/story/commands/delete-entry.ts';
import { setAnyField, setStoryField } from '../../../shared/story/commands/set-field.ts';
import { peer } from '../../../shared/story/testing/peers.ts';
import { actions } from '../../session/actions.ts';
import { AuthorContext } from '../../session/author.ts';
import type { NotebookSession } from '../../session/notebook-session.ts';
import { OpenNotebookContext, ViewOnlyContext } from '../../session/session-context.ts';
import { ViewState } from '../../session/view-state.ts';
import { ToastRegion } from '../../ui/index.ts';
import { historyActions } from '../history-actions.ts';
import { NotebookHistoryContext } from '../history-context.ts';
import type { NotebookHistory } from '../history.ts';
import { openWithHistory } from '../testing/live-history.suite.ts';
import { noteAbsence } from './absences.ts';
import { BriefingHost } from './BriefingHost.tsx';

beforeEach(() => localStorage.clear());
afterEach(cleanup);

const titles = ['Aground', 'Afloat', 'Salvage begins'] as const;

const author = { name: 'Mara', ensure: () => Promise.resolve('Mara') };

function show(session: NotebookSession, history: NotebookHistory, view: ViewState, isViewer = false): void {
  render(
    <AuthorContext value={author}>
      <NotebookHistoryContext value={history}>
        <OpenNotebookContext value={{ session, view }}>
          <ViewOnlyContext value={isViewer}>
            <BriefingHost />
          </ViewOnlyContext>
          <ToastRegion />
        </OpenNotebookContext>
      </NotebookHistoryContext>
    </AuthorContext>,
  );
}

/** A notebook with three events, which Mara and Ilir have each edited apart, and in which Ilir's work has come in. */
async function afterAbsence({ isViewer = false } = {}) {
  const opened = await openWithHistory();
  const { session, history, receive, kept } = opened;
  const events = titles.map((title) => createEntry(session.writer, { kind: 'events', id: title, fields: { title } }));
  const [aground, afloat, salvage] = events;
  if (aground === undefined || afloat === undefined || salvage === undefined) throw new Error('no events');
  const since = await kept();
  const ilir = peer('Ilir', session.doc);
  const before = Y.encodeStateVector(ilir.doc);
  setAnyField(session.writer, aground, 'title', 'Aground at Suez');
  setAnyField(session.writer, afloat, 'category', 'Shipping');
  setAnyField(ilir.writer, aground, 'title', 'Stuck');
  deleteEntries(ilir.writer, [afloat]);
  deleteEntries(ilir.writer, [salvage]);
  setAnyField(ilir.writer, aground, 'category', 'Accidents');
  setStoryField(ilir.writer, 'title', 'The ship');
  createEntry(ilir.writer, { kind: 'people', fields: { name: 'Noor' } });
  receive(Y.encodeStateAsUpdate(ilir.doc, before), 'Ilir');
  const until = await kept();
  noteAbsence(session.id, { since, until });
  const view = new ViewState();
  show(session, history, view, isViewer);
  const title = () => session.reader.titleOf(aground);
  return { ...opened, view, aground, afloat, salvage, title, user: userEvent.setup() };
}

const showIt = 'Show what changed while you were away';
const panel = () => screen.findByRole('heading', { name: 'While you were away' });

describe('the briefing after an absence', () => {
  it('does not offer itself for what came in the moments of a weak line, met nothing of one’s own, and was seen to come', async () => {
    const { session, history, receive, kept, close } = await openWithHistory();
    const since = await kept();
    const ilir = peer('Ilir', session.doc);
    const before = Y.encodeStateVector(ilir.doc);
    createEntry(ilir.writer, { kind: 'people', fields: { name: 'Noor' } });
    receive(Y.encodeStateAsUpdate(ilir.doc, before), 'Ilir');
    noteAbsence(session.id, { since, until: await kept() });
    show(session, history, new ViewState());
    act(() => void actions.run(historyActions.away));
    await panel();
    await screen.findByText('Noor');
    await userEvent.click(screen.getByRole('button', { name: 'Close, and keep for later' }));
    expect(screen.queryByRole('region', { name: 'While you were away' })).toBeNull();
    await close();
  });

  it('counts things, and not the fields of one thing that both changed', async () => {
    const { session, history, receive, kept, close } = await openWithHistory();
    const aground = createEntry(session.writer, { kind: 'events', fields: { title: 'Aground', category: 'Shipping' } });
    const since = await kept();
    const ilir = peer('Ilir', session.doc);
    const before = Y.encodeStateVector(ilir.doc);
    for (const field of ['title', 'category']) {
      setAnyField(session.writer, aground, field, 'Mine');
      setAnyField(ilir.writer, aground, field, 'His');
    }
    receive(Y.encodeStateAsUpdate(ilir.doc, before), 'Ilir');
    noteAbsence(session.id, { since, until: await kept() });
    show(session, history, new ViewState());
    expect((await screen.findByRole('status')).textContent).toBe(
      'Ilir changed 1 thing while you were away, beside changes of yours',
    );
    await close();
  });

  it('is offered in one line, and opened shows collisions first, then all by section', async () => {
    const { user, close } = await afterAbsence();
    expect((await screen.findByRole('status')).textContent).toBe(
      'Ilir changed 5 things while you were away, 2 of them beside changes of yours',
    );
    await user.click(screen.getByRole('button', { name: showIt }));
    expect(document.activeElement).toBe(await panel());
    expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual([
      'Beside changes of yours',
      'Head and overview',
      'People',
      'Timeline',
    ]);
    await close();
  });

  it('[HI16] puts back either side of a field that both changed, as one step', async () => {
    const { user, title, session, close } = await afterAbsence();
    await user.click(await screen.findByRole('button', { name: showIt }));
    const mine = await screen.findByRole('region', { name: 'Beside changes of yours' });
    const stood = title();
    const [first, second] = stood === 'Stuck' ? ['Restore mine', 'Take theirs'] : ['Take theirs', 'Restore mine'];
    const other = stood === 'Stuck' ? 'Aground at Suez' : 'Stuck';
    expect(within(mine).queryByRole('button', { name: new RegExp(`^${second}: title of`) })).toBeNull();
    await user.click(within(mine).getByRole('button', { name: new RegExp(`^${first}: title of`) }));
    expect(title()).toBe(other);
    await user.click(await screen.findByRole('button', { name: new RegExp(`^${second}: title of`) }));
    expect(title()).toBe(stood);
    session.undo.undo();
    expect(title()).toBe(other);
    await close();
  });

  it('[HI17] keeps what was deleted beside an edit, and brings back what was deleted', async () => {
    const { user, session, afloat, salvage, close } = await afterAbsence();
    await user.click(await screen.findByRole('button', { name: showIt }));
    await user.click(await screen.findByRole('button', { name: 'Keep Afloat' }));
    expect(session.reader.entry('events', afloat.id)?.contested).toBeUndefined();
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Keep Afloat' })).toBeNull());
    expect(document.activeElement?.textContent).toBe('Afloat');
    expect(session.reader.resolve(afloat)).toBeDefined();
    expect(session.reader.resolve(salvage)).toBeUndefined();
    await user.click(screen.getByRole('button', { name: 'Bring back Salvage begins' }));
    expect(session.reader.resolve(salvage)).toBeDefined();
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Bring back Salvage begins' })).toBeNull());
    expect(document.activeElement?.textContent).toBe('Salvage begins');
    await close();
  });

  it('[HI18] puts back what only they changed, and throws away what they added, a step each', async () => {
    const { user, session, aground, close } = await afterAbsence();
    const category = () => session.reader.entry('events', aground.id)?.fields['category'];
    await user.click(await screen.findByRole('button', { name: showIt }));
    await user.click(await screen.findByRole('button', { name: 'Put back the title of Head and overview' }));
    await waitFor(() => expect(session.reader.story().fields.title).toBe(''));
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Put back the title/ })).toBeNull());
    expect(document.activeElement?.textContent).toBe('Head and overview');
    for (const differences of screen.getAllByRole('button', { name: 'Differences' })) await user.click(differences);
    await user.click(screen.getByRole('button', { name: /^Put back the category of / }));
    await waitFor(() => expect(category()).toBe(''));
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Put back/ })).toBeNull());
    session.undo.undo();
    expect(category()).toBe('Accidents');
    expect(await screen.findByRole('button', { name: /^Put back the category of / })).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Move Noor to trash' }));
    expect(session.reader.ids('people')).toEqual([]);
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Move Noor to trash' })).toBeNull());
    session.undo.undo();
    expect(session.reader.ids('people')).toHaveLength(1);
    await close();
  });

  it('shows who may only read what both sides changed, and nothing that would change it', async () => {
    const { user, close } = await afterAbsence({ isViewer: true });
    await user.click(await screen.findByRole('button', { name: showIt }));
    await screen.findByRole('button', { name: 'Salvage begins' });
    const changing = /^(?:Restore mine|Take theirs|Keep|Move|Bring back|Put back)\b/;
    expect(screen.queryAllByRole('button', { name: changing })).toEqual([]);
    await close();
  });

  it('leads to entries, is put off, read, and shown again by its name', async () => {
    const { user, view, close } = await afterAbsence();
    await user.click(await screen.findByRole('button', { name: 'Later' }));
    expect(screen.queryByRole('status')).toBeNull();
    act(() => void actions.run(historyActions.away));
    await panel();
    await user.click(await screen.findByRole('button', { name: 'Noor' }));
    expect(view.selection()?.kind).toBe('people');
    await user.click(screen.getByRole('button', { name: 'Mark as read' }));
    expect(screen.queryByRole('heading', { name: 'While you were away' })).toBeNull();
    expect(screen.queryByRole('status')).toBeNull();
    act(() => void actions.run(historyActions.away));
    expect(await screen.findByRole('button', { name: 'Noor' })).toBeDefined();
    const done: boolean[] = [];
    const hear = ({ defaultPrevented }: KeyboardEvent): void => void done.push(defaultPrevented);
    window.addEventListener('keydown', hear);
    await user.keyboard('{Escape}');
    window.removeEventListener('keydown', hear);
    expect(screen.queryByRole('heading', { name: 'While you were away' })).toBeNull();
    // Nobody else takes the same key for theirs.
    expect(done).toEqual([true]);
    await close();
  });

  it('says so where there is nothing', async () => {
    const { session, history, close } = await openWithHistory();
    show(session, history, new ViewState());
    act(() => void actions.run(historyActions.away));
    expect(await screen.findByText('Nobody else changed anything while you were away.')).toBeDefined();
    await close();
  });
});
