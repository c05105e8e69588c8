import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { seenOf } from '../../../shared/citing/index.ts';
import { createEntry } from '../../../shared/story/commands/create-entry.ts';
import { deleteEntries, restoreEntries } from '../../../shared/story/commands/delete-entry.ts';
import { setField } from '../../../shared/story/commands/set-field.ts';
import { draftRoot } from '../../../shared/story/document.ts';
import type { DraftCite } from '../../../shared/story/draft-block.ts';
import { DraftsView } from '../../drafts/DraftsView.tsx';
import { openNotebook } from '../../fields/testing/open-notebook.suite.tsx';

// It is fetched when the first draft is opened; here that must not be what takes the time.
beforeAll(async () => void (await import('../DraftEditor.tsx')), 60_000);
afterEach(cleanup);

function citation(cites: unknown): Y.XmlElement {
  const element = new Y.XmlElement('citation');
  // Attributes hold any JSON, whatever Yjs's types say.
  element.setAttribute('__cites', cites as string);
  return element;
}

/** A draft in which a book stands behind a log, as it comes from disk. */
async function citing() {
  const notebook = await openNotebook();
  const { writer, reader } = notebook.session;
  const source = (title: string, fields: object = {}) =>
    createEntry(writer, { kind: 'sources', fields: { title, ...fields } });
  const [book, log] = [source('Canals', { authors: ['Osei, Ama'] }), source('Port log')];
  const cite = (ref: DraftCite['ref']): DraftCite => ({ ref, seen: seenOf(reader, ref, writer.now()) });
  const draft = createEntry(writer, { kind: 'drafts', fields: { title: 'What a day is worth' } });
  const loaded = await notebook.session.draft(draft.id);
  if (!loaded.ok) throw new Error(loaded.error.message);
  const { doc } = loaded.value;
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText('It swung '), citation([cite(log)]), citation([cite(book), cite(log)])]);
  draftRoot(doc).insert(0, [paragraph]);
  notebook.view.go({ view: 'drafts', open: draft.id });
  notebook.show(<DraftsView />);
  const text = await screen.findByRole('textbox', { name: 'Text of draft What a day is worth' });
  return { ...notebook, writer, book, log, doc, paragraph, text };
}

test('citations are numbered by their place, and say when what they name has changed or is gone', async () => {
  const { text, writer, book, log } = await citing();
  await waitFor(() => expect(text.textContent).toBe('It swung [1][2, 1]'));
  act(() => setField(writer, { ...book, kind: 'sources' }, 'publisher', 'Locks Press'));
  await within(text).findByRole('button', { name: 'Citation [2, 1], changed since it was cited' });
  act(() => deleteEntries(writer, [log]));
  await waitFor(() => expect(text.textContent).toBe('It swung [source missing][1, source missing]'));
  act(() => restoreEntries(writer, [log]));
  await waitFor(() => expect(text.textContent).toBe('It swung [1][2, 1]'));
});

test('what somebody else cites in front is counted', async () => {
  const { text, doc, book } = await citing();
  await waitFor(() => expect(text.textContent).toBe('It swung [1][2, 1]'));
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  const before = new Y.XmlElement('paragraph');
  before.insert(0, [citation([{ ref: book }])]);
  draftRoot(other).insert(0, [before]);
  act(() => Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'remote'));
  await waitFor(() => expect(text.textContent).toBe('[1]It swung [2][1, 2]'));
});

test('what is stored as a citation and is none stands there without harm', async () => {
  const { text, paragraph } = await citing();
  await waitFor(() => expect(text.textContent).toBe('It swung [1][2, 1]'));
  const bad = [null, 'x', [{ ref: { kind: 'sources' } }], [{ ref: { kind: 'boats', id: '1' }, seen: 3 }]];
  act(() => paragraph.insert(3, bad.map(citation)));
  await waitFor(() => expect(text.textContent).toContain('[1][2, 1]'));
  await within(text).findByRole('button', { name: 'Citation [source missing]' });
});
