import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { createEntry } from '../../shared/story/commands/create-entry.ts';
import { setAnyField } from '../../shared/story/commands/set-field.ts';
import { OpenNotebookContext, ViewOnlyContext } from '../session/session-context.ts';
import { ViewState } from '../session/view-state.ts';
import { CompareView } from './CompareView.tsx';
import { NotebookHistoryContext } from './history-context.ts';
import { openWithHistory } from './testing/live-history.suite.ts';

afterEach(cleanup);

/** The ways to take something back that are offered beside an event whose title was changed, all of it unfolded. */
async function waysBack(isViewer: boolean): Promise<readonly string[]> {
  const { session, history, kept, close } = await openWithHistory();
  const event = createEntry(session.writer, { kind: 'events', id: 'one', fields: { title: 'Aground' } });
  const moment = { type: 'kept', kept: await kept() } as const;
  setAnyField(session.writer, event, 'title', 'Afloat');
  await kept();
  render(
    <NotebookHistoryContext value={history}>
      <OpenNotebookContext value={{ session, view: new ViewState() }}>
        <ViewOnlyContext value={isViewer}>
          <CompareView moment={moment} />
        </ViewOnlyContext>
      </OpenNotebookContext>
    </NotebookHistoryContext>,
  );
  await userEvent.click(await screen.findByRole('button', { name: /^Afloat/ }));
  await screen.findByRole('region', { name: 'Title' });
  const ways = screen.queryAllByRole('button', { name: /back/i }).map(({ textContent }) => textContent);
  await close();
  return ways;
}

it('offers to take back all of it, an entry, and a field', async () => {
  expect(await waysBack(false)).toEqual(['Take everything back…', 'Take back', 'Take back this entry']);
});

it('offers who may only read nothing that would change the notebook', async () => {
  expect(await waysBack(true)).toEqual([]);
});
