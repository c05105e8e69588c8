import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createEntry } from '../../../shared/story/commands/create-entry.ts';
import type { EntryRef } from '../../../shared/story/ref.ts';
import { openNotebook } from '../../fields/testing/open-notebook.suite.tsx';
import { evidenceIndex } from '../../session/evidence.ts';
import { useLinkEvidence } from '../../session/link-evidence.ts';
import { ToastRegion } from '../../ui/index.ts';
import { EvidenceFlow, EvidencePanel } from './index.ts';

afterEach(cleanup);
// The dialog is loaded when it is first asked for.
beforeAll(() => import('./LinkDialog.tsx'));

function Linker({ from }: { readonly from: EntryRef }) {
  const link = useLinkEvidence();
  return (
    <button type="button" onClick={() => link?.(from)}>
      Link as evidence
    </button>
  );
}

/** A notebook with an event, an indicator, a voice, and a source with a passage, and the panel of one of them. */
async function canal(shown: 'event' | 'source' | 'voice' = 'event') {
  const notebook = await openNotebook();
  const { writer } = notebook.session;
  const make = (kind: string, fields: Readonly<Record<string, unknown>>): EntryRef =>
    createEntry(writer, { kind, id: `${kind}-1`, fields });
  const event = make('events', { title: 'The ship grounds', text: 'In gusts.', category: 'Salvage' });
  const voice = make('voices', { name: 'Ferdinand de Lesseps', text: 'No one warned me.' });
  make('indicators', { label: 'Vessels waiting', value: '237' });
  const source = make('sources', { title: 'Port log', reliability: 'b' });
  const quote = { exact: 'gusts of 40 knots', prefix: '', suffix: '' };
  const passage = make('passages', { source, quote, position: { start: 0, end: 17 } });
  const target = { event, source, voice }[shown];
  notebook.show(
    <EvidenceFlow>
      <EvidencePanel target={target} />
      <Linker from={passage} />
      <ToastRegion />
    </EvidenceFlow>,
  );
  const about = (ref: EntryRef) => evidenceIndex(notebook.session.reader).about(ref);
  const choose = async (label: string, words: string, option: RegExp) => {
    const box = await screen.findByRole('combobox', { name: label });
    await notebook.user.clear(box);
    await notebook.user.paste(words);
    await notebook.user.click(await screen.findByRole('option', { name: option }));
  };
  return { ...notebook, event, voice, source, passage, about, choose };
}

describe('linking evidence', () => {
  it('goes from a passage to the field of an entry, with relation, credibility and value, as one step of undo', async () => {
    const { user, session, about, choose } = await canal();
    await user.click(screen.getByRole('button', { name: 'Link as evidence' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Link evidence' }));
    expect(dialog.getByText('“gusts of 40 knots”')).toBeTruthy();
    await choose('What it speaks to', 'vessels', /Vessels waiting/);
    expect(dialog.getByRole('button', { name: /^Value.*Field of Vessels waiting/ })).toBeTruthy();
    await user.click(dialog.getByRole('radio', { name: 'Disputes' }));
    await user.click(dialog.getByRole('button', { name: /Credibility/ }));
    await user.click(screen.getByRole('option', { name: 'Probably true' }));
    await user.click(dialog.getByRole('button', { name: 'The value it gives' }));
    await user.type(dialog.getByRole('textbox', { name: 'Value' }), '206');
    await user.click(dialog.getByRole('button', { name: 'Link evidence' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const indicator = { kind: 'indicators', id: 'indicators-1' };
    const [link] = about(indicator)?.fields[0]?.disputes ?? [];
    expect(link?.entry.fields).toMatchObject({ value: '206', credibility: '2', to: { field: 'value' } });
    act(() => {
      session.undo.undo();
    });
    expect(about(indicator)).toBeUndefined();
  });

  it('goes from a field of an entry to a source, and shows both grades in words', async () => {
    const { user, choose } = await canal();
    await user.click(screen.getByRole('button', { name: 'Link evidence for description of The ship grounds' }));
    await choose('Passage or source', 'port', /^Port log/);
    await user.click(screen.getByRole('button', { name: /Credibility/ }));
    await user.click(screen.getByRole('option', { name: 'Doubtful' }));
    await user.click(screen.getByRole('button', { name: 'Link evidence' }));
    const group = within(await screen.findByRole('region', { name: 'Description' }));
    expect(group.getByText('1 supports')).toBeTruthy();
    expect(group.getByRole('listitem').textContent).toContain('Supports · Whole source · Usually reliable · Doubtful');
    expect(screen.queryByRole('button', { name: /for description of/ })).toBeNull();
  });

  it('says what is missing', async () => {
    const { user } = await canal();
    await user.click(screen.getByRole('button', { name: 'Link evidence…' }));
    await user.click(await screen.findByRole('button', { name: 'Link evidence' }));
    expect(await screen.findByText('Choose a passage or a source.')).toBeTruthy();
  });

  it('[EV1] offers no voice, neither as evidence nor as what it is for', async () => {
    const { user } = await canal('voice');
    expect(screen.getByText(/^Fiction\. It is never evidence/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Link as evidence' }));
    const box = await screen.findByRole('combobox', { name: 'What it speaks to' });
    await user.type(box, 'Ferdinand');
    expect(await screen.findByText('Nothing in this notebook is called so.')).toBeTruthy();
  });
});

describe('the evidence of an entry', () => {
  const link = (notebook: Awaited<ReturnType<typeof canal>>, fields: Readonly<Record<string, unknown>> = {}) =>
    act(() => {
      const { event, passage, session } = notebook;
      const to = { ...event, field: 'text' };
      createEntry(session.writer, { kind: 'evidence', fields: { from: passage, to, relation: 'supports', ...fields } });
    });

  it('leads to the passage in its source', async () => {
    const notebook = await canal();
    link(notebook);
    await notebook.user.click(await screen.findByRole('button', { name: '“gusts of 40 knots”' }));
    expect(notebook.view.place()).toEqual({ view: 'sources', open: 'sources-1' });
    expect(notebook.view.selection()).toEqual({ kind: 'passages', id: 'passages-1' });
  });

  it('changes a link, and puts it in the trash with the way back', async () => {
    const notebook = await canal();
    const { user, about, event } = notebook;
    link(notebook);
    await user.click(await screen.findByRole('button', { name: /^More for evidence/ }));
    await user.click(screen.getByRole('menuitem', { name: 'Change…' }));
    await user.click(await screen.findByRole('radio', { name: 'Disputes' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText('1 disputes');
    await user.click(screen.getByRole('button', { name: /^More for evidence/ }));
    await user.click(screen.getByRole('menuitem', { name: 'Move to trash' }));
    expect(about(event)).toBeUndefined();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(about(event)?.state).toBe('disputed');
  });

  it('[EV1] [EV3] shows what does not count, and why', async () => {
    const notebook = await canal();
    link(notebook, { from: notebook.voice });
    link(notebook, { from: { kind: 'passages', id: 'gone' } });
    await notebook.user.click(await screen.findByRole('button', { name: '2 not counted' }));
    expect(screen.getByText('Ignored: a voice is fiction, and fiction is no evidence.')).toBeTruthy();
    expect(screen.getByText('Not counted: the passage is not in this notebook.')).toBeTruthy();
  });

  it('lists for a source what it is evidence for', async () => {
    const notebook = await canal('source');
    link(notebook, { relation: 'context' });
    const list = within(await screen.findByRole('list', { name: 'Is evidence for' }));
    expect(list.getByRole('button', { name: 'The ship grounds' })).toBeTruthy();
    expect(list.getByRole('listitem').textContent).toContain('Gives context · Description · “gusts of 40 knots”');
  });
});
