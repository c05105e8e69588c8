import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { StrictMode } from 'react';
import { afterEach, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createEntry } from '../../shared/story/commands/create-entry.ts';
import { deleteEntries } from '../../shared/story/commands/delete-entry.ts';
import { setField } from '../../shared/story/commands/set-field.ts';
import { draftRoot } from '../../shared/story/document.ts';
import { openNotebook } from '../fields/testing/open-notebook.suite.tsx';
import { DraftsView } from './DraftsView.tsx';

// It is fetched when the first draft is opened; here that must not be what takes the time.
beforeAll(async () => void (await import('../editor/DraftEditor.tsx')), 60_000);
afterEach(cleanup);

type Notebook = Awaited<ReturnType<typeof openNotebook>>;

function paragraph(...children: readonly (Y.XmlText | Y.XmlElement)[]): Y.XmlElement {
  const element = new Y.XmlElement('paragraph');
  element.insert(0, [...children]);
  return element;
}

/** A notebook with one draft whose text names a person, as it comes from disk. */
async function withDraft(notebook: Notebook) {
  const { writer } = notebook.session;
  const person = createEntry(writer, { kind: 'people', fields: { name: 'Salvage master' } });
  const draft = createEntry(writer, { kind: 'drafts', fields: { title: 'What a day is worth' } });
  const loaded = await notebook.session.draft(draft.id);
  if (!loaded.ok) throw new Error(loaded.error.message);
  const { doc } = loaded.value;
  const reference = new Y.XmlElement('reference');
  reference.setAttribute('__kind', 'people');
  reference.setAttribute('__id', person.id);
  reference.setAttribute('__title', 'Salvage master');
  draftRoot(doc).insert(0, [paragraph(new Y.XmlText('So says the '), reference, new Y.XmlText('.'))]);
  return { person, draft, doc };
}

async function open(notebook: Notebook, id: string): Promise<HTMLElement> {
  notebook.view.go({ view: 'drafts', open: id });
  notebook.show(
    <StrictMode>
      <DraftsView />
    </StrictMode>,
  );
  return screen.findByRole('textbox', { name: 'Text of draft What a day is worth' });
}

test('a filled draft opens with its text, mounted twice as React does while developing, and nothing is written', async () => {
  const notebook = await openNotebook();
  const { draft, doc } = await withDraft(notebook);
  const before = Y.encodeStateVector(doc);
  const text = await open(notebook, draft.id);
  await waitFor(() => expect(text.textContent).toBe('So says the Salvage master.'));
  expect(Y.encodeStateVector(doc)).toEqual(before);
  expect(notebook.session.undo.next('undo')).not.toBe(doc.guid);
});

test('a reference follows its entry’s name, shows it when pressed, and says when it is gone', async () => {
  const notebook = await openNotebook();
  const { person, draft } = await withDraft(notebook);
  const { writer } = notebook.session;
  const text = await open(notebook, draft.id);
  act(() => setField(writer, { ...person, kind: 'people' }, 'name', 'Captain of the tug'));
  const reference = await within(text).findByRole('button', { name: 'Captain of the tug' });
  await notebook.user.click(reference);
  expect(notebook.view.selection()).toEqual(person);
  act(() => deleteEntries(writer, [person]));
  await waitFor(() => expect(text.textContent).toContain('(no longer in the notebook)'));
  expect(text.querySelector('s')?.textContent).toBe('Captain of the tug');
});

test('what somebody else writes appears, and is not this person’s to take back', async () => {
  const notebook = await openNotebook();
  const { draft, doc } = await withDraft(notebook);
  const text = await open(notebook, draft.id);
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  draftRoot(other).insert(1, [paragraph(new Y.XmlText('And so do others.'))]);
  const steps = notebook.session.undo.next('undo');
  act(() => Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'remote'));
  await waitFor(() => expect(text.textContent).toContain('And so do others.'));
  expect(notebook.session.undo.next('undo')).toBe(steps);
});

test('a draft from a newer version can be read and is left alone', async () => {
  const notebook = await openNotebook();
  const { draft, doc } = await withDraft(notebook);
  const board = new Y.XmlElement('board');
  board.insert(0, [paragraph(new Y.XmlText('Days of delay'))]);
  draftRoot(doc).insert(1, [board]);
  const before = Y.encodeStateVector(doc);
  notebook.view.go({ view: 'drafts', open: draft.id });
  notebook.show(<DraftsView />);
  expect(await screen.findByText(/newer version of Backstory/)).toBeTruthy();
  expect(screen.getByText('So says the Salvage master.')).toBeTruthy();
  expect(screen.getByText('Days of delay')).toBeTruthy();
  expect(screen.queryByRole('toolbar')).toBeNull();
  expect(Y.encodeStateVector(doc)).toEqual(before);
});

test('drafts are started from an empty list, put in the trash and brought back', async () => {
  const notebook = await openNotebook();
  notebook.view.go({ view: 'drafts' });
  notebook.show(<DraftsView />);
  expect(screen.getByText('No drafts yet')).toBeTruthy();
  await notebook.user.click(screen.getByRole('button', { name: 'New draft' }));
  expect(await screen.findByRole('textbox', { name: 'Text of draft Untitled draft' })).toBeTruthy();
  act(() => notebook.view.go({ view: 'drafts' }));
  await notebook.user.click(screen.getByRole('button', { name: 'More for draft Untitled draft' }));
  await notebook.user.click(await screen.findByRole('menuitem', { name: 'Move to trash' }));
  await notebook.user.click(await screen.findByRole('button', { name: 'Restore draft Untitled draft' }));
  expect(await screen.findByRole('button', { name: 'Open draft Untitled draft' })).toBeTruthy();
});
