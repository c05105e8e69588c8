import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createEntry } from '../../../shared/story/commands/create-entry.ts';
import { draftRoot } from '../../../shared/story/document.ts';
import { footnotesOf } from '../../../shared/story/draft-block.ts';
import { readDraftBlocks } from '../../../shared/story/reading/draft-blocks.ts';
import { plainFromRich } from '../../../shared/story/rich-text.ts';
import { openNotebook } from '../../fields/testing/open-notebook.suite.tsx';
import { DraftEditor } from '../DraftEditor.tsx';

beforeAll(async () => void (await import('../RichEditor.tsx')), 60_000);
afterEach(cleanup);

function paragraph(...words: readonly (string | { readonly note: string })[]): Y.XmlElement {
  const element = new Y.XmlElement('paragraph');
  element.insert(
    0,
    words.map((word) => {
      if (typeof word === 'string') return new Y.XmlText(word);
      const sign = new Y.XmlElement('footnote');
      // Attributes may hold any JSON; Yjs types them as strings.
      sign.setAttribute('__note', [{ text: word.note }] as unknown as string);
      return sign;
    }),
  );
  return element;
}

async function openDraft() {
  const notebook = await openNotebook();
  const draft = createEntry(notebook.session.writer, { kind: 'drafts', fields: {} });
  const loaded = await notebook.session.draft(draft.id);
  if (!loaded.ok) throw new Error(loaded.error.message);
  const { doc } = loaded.value;
  draftRoot(doc).insert(0, [
    paragraph('Six days', { note: 'Of 23 to 29 March.' }, ' in the canal.'),
    paragraph('Nine billion', { note: 'By one estimate.' }, ' a day.'),
  ]);
  notebook.show(<DraftEditor label="Text of draft" doc={doc} onFailure={(failure) => expect(failure).toBeNull()} />);
  const text = await screen.findByRole('textbox', { name: 'Text of draft' });
  const signs = (): readonly string[] =>
    within(text)
      .queryAllByRole('button', { name: /^Footnote \d+$/ })
      .map((sign) => `${sign.textContent} ${sign.title}`);
  await waitFor(() => expect(signs()).toHaveLength(2));
  const stored = (): readonly string[] => footnotesOf(readDraftBlocks(doc)).map(plainFromRich);
  return { ...notebook, doc, text, signs, stored };
}

test('footnotes are numbered by their place, whoever puts one before them, and listed below the text', async () => {
  const { doc, signs, text } = await openDraft();
  expect(signs()).toEqual(['1 Of 23 to 29 March.', '2 By one estimate.']);
  const before = Y.encodeStateVector(doc);
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  draftRoot(other).insert(0, [paragraph('First', { note: 'Of all.' })]);
  expect(Y.encodeStateVector(doc)).toEqual(before);
  act(() => Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'remote'));
  await waitFor(() => expect(signs()).toEqual(['1 Of all.', '2 Of 23 to 29 March.', '3 By one estimate.']));
  const list = screen.getByRole('region', { name: 'Footnotes' });
  expect(
    within(list)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual(['1Of all.Edit', '2Of 23 to 29 March.Edit', '3By one estimate.Edit']);
  expect(text.contains(list)).toBe(false);
});

test('the words of a footnote are changed in the list and deleted with its sign', async () => {
  const { user, stored, signs } = await openDraft();
  await user.click(screen.getByRole('button', { name: 'Edit footnote 2' }));
  const dialog = await screen.findByRole('dialog', { name: 'Footnote 2' });
  expect(await within(dialog).findByRole('textbox', { name: 'Text of footnote 2' })).toBeTruthy();
  await user.click(within(dialog).getByRole('button', { name: 'Delete footnote' }));
  await waitFor(() => expect(signs()).toEqual(['1 Of 23 to 29 March.']));
  expect(stored()).toEqual(['Of 23 to 29 March.']);
  expect(screen.queryByRole('dialog')).toBeNull();
});
