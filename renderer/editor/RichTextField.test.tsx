import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { $getRoot, $getSelection, $isRangeSelection, getEditorPropertyFromDOMNode, isLexicalEditor } from 'lexical';
import type { LexicalEditor } from 'lexical';
import { StrictMode, useState } from 'react';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { plainFromRich } from '../../shared/story/rich-text.ts';
import type { RichText } from '../../shared/story/rich-text.ts';
import { RichTextField } from './RichTextField.tsx';

// It is fetched when somebody writes; here that must not be what takes the time.
beforeAll(async () => void (await import('./RichEditor.tsx')), 60_000);
afterEach(cleanup);

/** The editor behind a text, to type into: the small DOM has no keyboard that writes into editable elements. */
async function editorOf(name: string): Promise<LexicalEditor> {
  const editor: unknown = getEditorPropertyFromDOMNode(await screen.findByRole('textbox', { name }));
  if (!isLexicalEditor(editor)) throw new Error(`${name} has no editor`);
  return editor;
}

function type(editor: LexicalEditor, text: string, at: 'start' | 'here' = 'here'): void {
  act(() =>
    editor.update(
      () => {
        const selection = at === 'start' ? $getRoot().selectStart() : $getSelection();
        if ($isRangeSelection(selection)) selection.insertText(text);
      },
      { discrete: true },
    ),
  );
}

/** A field whose value is kept outside, as the notebook keeps it. */
function kept(first: RichText) {
  const told = vi.fn<(value: RichText) => void>();
  let set: (value: RichText) => void = () => undefined;
  function Kept() {
    const [value, setValue] = useState(first);
    set = setValue;
    return (
      <RichTextField
        label="Overview"
        value={value}
        placeholder="Write the overview"
        onChange={(next) => {
          told(next);
          setValue(next);
        }}
      />
    );
  }
  render(
    <StrictMode>
      <Kept />
    </StrictMode>,
  );
  return { told, fromOutside: (value: RichText) => act(() => set(value)) };
}

test('shows its value and tells of every edit', async () => {
  const { told } = kept([{ text: 'Delay is not ' }, { text: 'loss', bold: true }]);
  const editor = await editorOf('Overview');
  expect(screen.getByText('loss').tagName).toBe('STRONG');
  expect(told).not.toHaveBeenCalled();
  type(editor, 'Still: ', 'start');
  expect(told).toHaveBeenLastCalledWith([{ text: 'Still: Delay is not ' }, { text: 'loss', bold: true }]);
});

test('what others write appears, and one’s own caret stays with its words', async () => {
  const { told, fromOutside } = kept([{ text: 'one two' }]);
  const editor = await editorOf('Overview');
  type(editor, 'zero ', 'start');
  fromOutside([{ text: 'A heading of theirs\nzero one two, three' }]);
  await waitFor(() => expect(screen.getByText('zero one two, three')).toBeTruthy());
  expect(told).toHaveBeenCalledTimes(1);
  type(editor, 'and a half ');
  expect(plainFromRich(told.mock.lastCall?.[0] ?? [])).toBe('A heading of theirs\nzero and a half one two, three');
});

test('an earlier value coming back late does not take later letters away', async () => {
  const told: RichText[] = [];
  const { rerender } = render(<RichTextField label="Note" value={[]} onChange={(value) => told.push(value)} />);
  const editor = await editorOf('Note');
  type(editor, 'a', 'start');
  type(editor, 'b');
  rerender(<RichTextField label="Note" value={told[0] ?? []} onChange={(value) => told.push(value)} />);
  expect(editor.getRootElement()?.textContent).toBe('ab');
});

test('says what belongs there while it is empty, and can be read only', async () => {
  const field = (readOnly: boolean) => (
    <RichTextField label="Note" value={[]} placeholder="Write a note" readOnly={readOnly} onChange={() => undefined} />
  );
  const { rerender } = render(field(false));
  expect(await screen.findByText('Write a note')).toBeTruthy();
  rerender(field(true));
  const text = await screen.findByRole('textbox', { name: 'Note' });
  await waitFor(() => expect(text.getAttribute('contenteditable')).toBe('false'));
});
