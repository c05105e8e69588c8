import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { createEntry } from '../../shared/story/commands/create-entry.ts';
import { setField } from '../../shared/story/commands/set-field.ts';
import { entriesMap } from '../../shared/story/document.ts';
import { useEntryField } from './bound.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { EntryFields } from './EntryFields.tsx';
import { LinesField } from './LinesField.tsx';
import { LogField } from './LogField.tsx';
import { RefsField } from './RefsField.tsx';
import { openNotebook } from './testing/open-notebook.suite.tsx';

afterEach(cleanup);

function Spellings({ id }: { readonly id: string }) {
  return <LinesField bound={useEntryField('people', id, 'spellings')} />;
}
function Actors({ id }: { readonly id: string }) {
  return <RefsField bound={useEntryField('events', id, 'actors')} />;
}
function Probability({ id }: { readonly id: string }) {
  return <LogField bound={useEntryField('scenarios', id, 'probability')} />;
}
function Nature({ id }: { readonly id: string }) {
  return <ChoiceField bound={useEntryField('events', id, 'nature')} />;
}

describe('a list of short texts', () => {
  async function withSpellings(...spellings: readonly string[]) {
    const notebook = await openNotebook();
    const ref = createEntry(notebook.session.writer, { kind: 'people', fields: { name: 'Osama Rabie', spellings } });
    notebook.show(<Spellings id={ref.id} />);
    const entry = () => notebook.session.reader.entry('people', ref.id);
    return { ...notebook, id: ref.id, entry, stored: () => entry()?.fields.spellings };
  }

  it('adds one after another, each with Enter', async () => {
    const { user, stored } = await withSpellings();
    await user.click(screen.getByRole('button', { name: /^Add other spelling/ }));
    await user.keyboard('Ossama Rabiee{Enter}O. Rabie{Enter}{Escape}');
    expect(stored()).toEqual(['Ossama Rabiee', 'O. Rabie']);
    expect(document.activeElement?.textContent).toBe('Add other spelling');
  });

  it('edits, removes and moves by keyboard, and says where something moved', async () => {
    const { user, stored } = await withSpellings('One', 'Two', 'Three');
    screen.getByRole('textbox', { name: 'Other spelling 2 of person Osama Rabie' }).focus();
    await user.keyboard('{F2}{Control>}a{/Control}Zwei{Enter}');
    expect(stored()).toEqual(['One', 'Zwei', 'Three']);
    await user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    expect(stored()).toEqual(['Zwei', 'One', 'Three']);
    expect(screen.getByText('Moved to place 1 of 3')).toBeTruthy();
    expect(document.activeElement?.textContent).toBe('Zwei');
    await user.click(screen.getByRole('button', { name: 'Remove One' }));
    expect(stored()).toEqual(['Zwei', 'Three']);
  });

  it('does not drop items it cannot read unless it is asked to', async () => {
    const { user, stored, session, id, entry } = await withSpellings('One');
    const list = entriesMap(session.doc, 'people').get(id)?.get('spellings');
    // The stored list of the entry just made, with something of a newer version in it.
    (list as { push(items: unknown[]): void }).push([{ script: 'arab' }]);
    const keep = await screen.findByRole('button', { name: /^Keep only what can be read/ });
    expect(entry()?.problems).toHaveLength(1);
    await user.click(keep);
    expect(entry()?.problems).toHaveLength(0);
    expect(stored()).toEqual(['One']);
  });
});

describe('references', () => {
  async function withActors() {
    const notebook = await openNotebook();
    const { writer } = notebook.session;
    const rabie = createEntry(writer, { kind: 'people', fields: { name: 'Osama Rabie', spellings: ['Ossama'] } });
    const authority = createEntry(writer, { kind: 'organizations', fields: { name: 'Suez Canal Authority' } });
    const event = createEntry(writer, { kind: 'events', fields: { title: 'Grounding' } });
    notebook.show(<Actors id={event.id} />);
    const stored = () => notebook.session.reader.entry('events', event.id)?.fields.actors;
    return { ...notebook, rabie, authority, stored };
  }

  it('finds people and organizations by name, misspelt too, and adds them by keyboard', async () => {
    const { user, authority, rabie, stored } = await withActors();
    await user.click(screen.getByRole('button', { name: /^Add actor/ }));
    await user.keyboard('canl auth');
    await user.keyboard('{ArrowDown}{Enter}');
    expect(stored()).toEqual([authority]);
    await user.click(screen.getByRole('button', { name: /^Add actor/ }));
    await user.keyboard('ossama{ArrowDown}{Enter}');
    expect(stored()).toEqual([authority, rabie]);
  });

  it('adds somebody new from the words typed', async () => {
    const { user, session, stored } = await withActors();
    await user.click(screen.getByRole('button', { name: /^Add actor/ }));
    await user.keyboard('Boskalis');
    await user.click(await screen.findByRole('option', { name: /Add “Boskalis”.*organization/ }));
    const [ref] = stored() ?? [];
    expect(ref === undefined ? null : session.reader.titleOf(ref)).toBe('Boskalis');
    expect(ref?.kind).toBe('organizations');
  });

  it('shows names that follow renaming, chooses what is pressed, and removes', async () => {
    const { user, session, authority, rabie, view, stored } = await withActors();
    const event = session.reader.ids('events')[0] ?? '';
    setField(session.writer, { kind: 'events', id: event }, 'actors', [authority, rabie]);
    setField(session.writer, { kind: 'organizations', id: authority.id }, 'name', 'SCA');
    await user.click(await screen.findByRole('button', { name: 'SCA' }));
    expect(view.selection()).toEqual(authority);
    await user.click(screen.getByRole('button', { name: 'Remove SCA' }));
    expect(stored()).toEqual([rabie]);
  });
});

describe('values over time', () => {
  it('are added with their date, latest first, and none is lost', async () => {
    const { session, show, user } = await openNotebook();
    const first = { value: '40%', on: { edtf: '2021-03-25' }, recordedAt: '2021-03-25T18:00:00.000Z' };
    const ref = createEntry(session.writer, {
      kind: 'scenarios',
      fields: { title: 'Refloated', probability: [first] },
    });
    show(<Probability id={ref.id} />);
    await user.click(screen.getByRole('button', { name: /^Add probability/ }));
    await user.keyboard('55%');
    await user.tab();
    await user.keyboard('26 March 2021{Enter}');
    const stored = session.reader.entry('scenarios', ref.id)?.fields.probability ?? [];
    expect(stored.map(({ value, on }) => [value, on?.edtf])).toEqual([
      ['40%', '2021-03-25'],
      ['55%', '2021-03-26'],
    ]);
    const shown = within(screen.getByRole('group', { name: /^Probability of/ })).getAllByRole('listitem');
    expect(shown.map((item) => item.textContent)).toEqual(['55%26 March 2021', '40%25 March 2021']);
  });
});

describe('a choice', () => {
  it('is made by keyboard', async () => {
    const { session, show, user } = await openNotebook();
    const ref = createEntry(session.writer, { kind: 'events', fields: { title: 'Wind alone explains it' } });
    show(<Nature id={ref.id} />);
    await user.tab();
    await user.keyboard('{Enter}');
    await user.click(await screen.findByRole('option', { name: 'Allegation' }));
    expect(session.reader.entry('events', ref.id)?.fields.nature).toBe('allegation');
  });

  it('shows what a newer version chose and keeps it', async () => {
    const { session, show } = await openNotebook();
    const ref = createEntry(session.writer, { kind: 'events', fields: { title: 'Wind alone explains it' } });
    entriesMap(session.doc, 'events').get(ref.id)?.set('nature', 'rumour');
    show(<Nature id={ref.id} />);
    expect(screen.getByText('rumour')).toBeTruthy();
    expect(entriesMap(session.doc, 'events').get(ref.id)?.get('nature')).toBe('rumour');
  });
});

describe('the fields of an entry', () => {
  it('are all there but those that commands keep, with what a newer version wrote', async () => {
    const { session, show } = await openNotebook();
    const extra = { mood: 'tense' };
    const ref = createEntry(session.writer, { kind: 'people', fields: { name: 'Osama Rabie' }, extra });
    show(<EntryFields kind="people" id={ref.id} />);
    for (const label of ['Name', 'Other spellings', 'Role', 'Current stance', 'Stance as of'])
      expect(screen.getByText(label)).toBeTruthy();
    expect(screen.queryByText('Picture')).toBeNull();
    expect(within(screen.getByRole('region', { name: 'From a newer version' })).getByText('tense')).toBeTruthy();
  });
});
