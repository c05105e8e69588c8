import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { createEntry } from '../../shared/story/commands/create-entry.ts';
import { setField } from '../../shared/story/commands/set-field.ts';
import { connect, peer } from '../../shared/story/testing/peers.ts';
import { useEntryField } from './bound.ts';
import { EditableProse } from './EditableProse.tsx';
import { openNotebook } from './testing/open-notebook.suite.tsx';

afterEach(cleanup);

function Description({ id }: { readonly id: string }) {
  return <EditableProse bound={useEntryField('events', id, 'text')} />;
}

async function withText(text: string) {
  const notebook = await openNotebook();
  const ref = createEntry(notebook.session.writer, { kind: 'events', fields: { title: 'Grounding', text } });
  notebook.show(<Description id={ref.id} />);
  const stored = (): string => notebook.session.reader.entry('events', ref.id)?.fields.text ?? '';
  return { ...notebook, ref: { kind: 'events', id: ref.id } as const, stored };
}

function box(): HTMLElement {
  return screen.getByRole('textbox', { name: 'Description of event Grounding' });
}

/** The text control that is being edited. */
function editor(): HTMLTextAreaElement {
  const element = box();
  if (!(element instanceof HTMLTextAreaElement)) throw new Error('It is not being edited');
  return element;
}

describe('prose edited in place', () => {
  it('stores while one types, and Enter is a new paragraph', async () => {
    const { user, stored } = await withText('The ship grounds.');
    box().focus();
    await user.keyboard('{Enter}');
    await user.keyboard(' It holds.{Enter}Nobody is hurt.');
    await waitFor(() => expect(stored()).toBe('The ship grounds. It holds.\nNobody is hurt.'));
    expect(document.activeElement).toBe(editor());
  });

  it('ends with Mod+Enter and keeps the focus', async () => {
    const { user, stored } = await withText('The ship grounds.');
    await user.click(box());
    await user.keyboard(' Fast.{Control>}{Enter}{/Control}');
    expect(stored()).toBe('The ship grounds. Fast.');
    expect(box().tagName).toBe('SPAN');
    expect(document.activeElement).toBe(box());
  });

  it('takes everything back with Escape, and undo brings it again', async () => {
    const { user, stored, session } = await withText('The ship grounds.');
    await user.click(box());
    await user.keyboard(' Fast.');
    await waitFor(() => expect(stored()).toBe('The ship grounds. Fast.'));
    await user.keyboard(' Hard.{Escape}');
    expect(stored()).toBe('The ship grounds.');
    act(() => void session.undo.undo());
    expect(stored()).toBe('The ship grounds. Fast. Hard.');
  });

  it('undoes and redoes what was typed without leaving', async () => {
    const { user, stored } = await withText('The ship grounds.');
    await user.click(box());
    await user.keyboard(' Fast.{Control>}z{/Control}');
    expect(stored()).toBe('The ship grounds.');
    expect(editor().value).toBe('The ship grounds.');
    await user.keyboard('{Control>}y{/Control}');
    expect(editor().value).toBe('The ship grounds. Fast.');
  });

  it('lets others write into the same text: both stay, and so does the caret', async () => {
    const { user, stored, session, ref } = await withText('The ship grounds. The bank holds.');
    const bob = peer('bob', session.doc);
    await user.click(box());
    editor().setSelectionRange(17, 17);
    await user.keyboard(' Hard.');
    setField(bob.writer, ref, 'text', 'A big ship grounds. The bank holds fast.');
    act(() => connect(bob.doc, session.doc));
    expect(editor().value).toBe('A big ship grounds. Hard. The bank holds fast.');
    expect(editor().selectionStart).toBe('A big ship grounds. Hard.'.length);
    await user.tab();
    expect(stored()).toBe('A big ship grounds. Hard. The bank holds fast.');
  });

  it('takes back only one’s own words with Escape', async () => {
    const { user, stored, session, ref } = await withText('The ship grounds.');
    const bob = peer('bob', session.doc);
    await user.click(box());
    await user.keyboard(' Hard.');
    setField(bob.writer, ref, 'text', 'A ship grounds.');
    act(() => connect(bob.doc, session.doc));
    await user.keyboard('{Escape}');
    expect(stored()).toBe('A ship grounds.');
  });
});
