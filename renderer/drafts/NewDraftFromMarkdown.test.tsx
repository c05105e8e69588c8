import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { openNotebook } from '../fields/testing/open-notebook.suite.tsx';
import { actions } from '../session/actions.ts';
import { ViewOnlyContext } from '../session/session-context.ts';
import { DraftsView } from './DraftsView.tsx';
import { fromMarkdownAction } from './from-markdown-action.ts';
import { NewDraftFromMarkdown } from './NewDraftFromMarkdown.tsx';

afterEach(cleanup);

const isOffered = (): boolean => actions.list().some(({ id }) => id === fromMarkdownAction);

test('a draft is begun with a Markdown file by name and from the list', async () => {
  const notebook = await openNotebook();
  notebook.view.go({ view: 'drafts' });
  notebook.show(
    <>
      <DraftsView />
      <NewDraftFromMarkdown />
    </>,
  );
  expect(isOffered()).toBe(true);
  const chooser = screen.getByLabelText('Markdown file');
  let chosen = 0;
  chooser.addEventListener('click', () => (chosen += 1));
  await notebook.user.click(screen.getByRole('button', { name: 'New draft from Markdown…' }));
  expect(chosen).toBe(1);
});

test('a viewer is not offered it', async () => {
  const notebook = await openNotebook();
  notebook.view.go({ view: 'drafts' });
  notebook.show(
    <ViewOnlyContext value={true}>
      <DraftsView />
      <NewDraftFromMarkdown />
    </ViewOnlyContext>,
  );
  expect(isOffered()).toBe(false);
  expect(screen.queryByRole('button', { name: 'New draft from Markdown…' })).toBeNull();
});
