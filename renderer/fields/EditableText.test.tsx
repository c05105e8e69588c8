import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { createEntry } from '../../shared/story/commands/create-entry.ts';
import { setField } from '../../shared/story/commands/set-field.ts';
import { entriesMap } from '../../shared/story/document.ts';
import { useEntryField } from './bound.ts';
import { DateField } from './DateField.tsx';
import { DayField } from './DayField.tsx';
import { EditableLine } from './EditableLine.tsx';
import { NumberField } from './NumberField.tsx';
import { useStoryField } from './bound.ts';
import { openNotebook } from './testing/open-notebook.suite.tsx';

afterEach(cleanup);

function Title({ id }: { readonly id: string }) {
  return <EditableLine bound={useEntryField('events', id, 'title')} />;
}
function Category({ id }: { readonly id: string }) {
  return <EditableLine bound={useEntryField('events', id, 'category')} />;
}
function When({ id }: { readonly id: string }) {
  const text = useEntryField('events', id, 'text').value;
  return <DateField bound={useEntryField('events', id, 'date')} suggestFrom={text} />;
}
function CapturedOn() {
  return <DayField bound={useStoryField('capturedOn')} />;
}
function Declared() {
  return <NumberField bound={useStoryField('declaredSourceCount')} />;
}

async function withEvent(fields: Parameters<typeof createEntry>[1]['fields'] = { title: 'Salvage firm named' }) {
  const notebook = await openNotebook();
  const ref = createEntry(notebook.session.writer, { kind: 'events', fields });
  return { ...notebook, id: ref.id, event: () => notebook.session.reader.entry('events', ref.id) };
}

const titleBox = () => screen.getByRole('textbox', { name: /^Title of event/ });

describe('a line edited in place', () => {
  it('is read as text and edited with Enter; Enter stores and keeps the focus', async () => {
    const { show, user, id, event } = await withEvent();
    show(<Title id={id} />);
    expect(titleBox().getAttribute('aria-readonly')).toBe('true');
    expect(titleBox().textContent).toBe('Salvage firm named');
    await user.tab();
    await user.keyboard('{Enter}');
    await user.clear(titleBox());
    await user.type(titleBox(), '  Salvors named {Enter}');
    expect(event()?.fields.title).toBe('Salvors named');
    expect(document.activeElement).toBe(titleBox());
    expect(titleBox().getAttribute('aria-label')).toBe('Title of event Salvors named');
  });

  it('is edited with F2 and by a click; Escape takes back what was typed', async () => {
    const { show, user, id, event } = await withEvent();
    show(<Title id={id} />);
    titleBox().focus();
    await user.keyboard('{F2}nonsense{Escape}');
    expect(event()?.fields.title).toBe('Salvage firm named');
    expect(titleBox().textContent).toBe('Salvage firm named');
    await user.click(titleBox());
    expect(titleBox().tagName).toBe('TEXTAREA');
  });

  it('stores when the focus leaves, and line breaks become spaces', async () => {
    const { show, user, id, event } = await withEvent();
    show(<Title id={id} />);
    await user.click(titleBox());
    await user.clear(titleBox());
    await user.paste('Salvors\n named');
    await user.tab();
    expect(event()?.fields.title).toBe('Salvors named');
  });

  it('stores what was typed when the view goes away', async () => {
    const { show, user, id, event } = await withEvent();
    const { unmount } = show(<Title id={id} />);
    await user.click(titleBox());
    await user.keyboard('!');
    unmount();
    expect(event()?.fields.title).toBe('Salvage firm named!');
  });

  it('does not write over somebody else’s title when nothing was typed', async () => {
    const { show, user, id, session, event } = await withEvent();
    show(<Title id={id} />);
    await user.click(titleBox());
    setField(session.writer, { kind: 'events', id }, 'title', 'Named elsewhere');
    await user.keyboard('{Enter}');
    expect(event()?.fields.title).toBe('Named elsewhere');
  });

  it('offers to add what is missing, and adding needs nothing but the keyboard', async () => {
    const { show, user, id, event } = await withEvent({});
    show(<Title id={id} />);
    expect(screen.queryByRole('textbox')).toBeNull();
    await user.tab();
    expect(document.activeElement?.textContent).toBe('Add title');
    await user.keyboard('{Enter}');
    await user.keyboard('Dredger arrives{Enter}');
    expect(event()?.fields.title).toBe('Dredger arrives');
  });

  it('shows a stored value it cannot read, and replaces it only when asked', async () => {
    const { show, user, id, session, event } = await withEvent();
    entriesMap(session.doc, 'events').get(id)?.set('title', { text: 'from tomorrow' });
    show(<Title id={id} />);
    expect(screen.getByRole('group', { name: /^Title of event/ }).textContent).toContain(
      'From a newer version or damaged; kept as it is. {"text":"from tomorrow"}',
    );
    await user.click(screen.getByRole('button', { name: /^Replace: Title/ }));
    await user.keyboard('{Escape}');
    expect(event()?.problems).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: /^Replace: Title/ }));
    await user.keyboard('Written anew{Enter}');
    expect(event()?.problems).toHaveLength(0);
    expect(event()?.fields.title).toBe('Written anew');
  });
});

describe('a line that is an open list', () => {
  async function withCategories() {
    const notebook = await withEvent();
    for (const category of ['Statement', 'Market', 'Statement'])
      createEntry(notebook.session.writer, { kind: 'events', fields: { title: 'Another', category } });
    notebook.show(<Category id={notebook.id} />);
    await notebook.user.click(screen.getByRole('button', { name: /^Add category/ }));
    return notebook;
  }

  it('offers words used before, the most used first, and takes one with a click', async () => {
    const { user, event } = await withCategories();
    const offered = within(screen.getByRole('group', { name: /^Used before: Category/ })).getAllByRole('button');
    expect(offered.map((one) => one.textContent)).toEqual(['Statement', 'Market']);
    await user.click(screen.getByRole('button', { name: 'Market' }));
    expect(event()?.fields.category).toBe('Market');
  });

  it('puts them in with the arrow keys, and takes any other word', async () => {
    const { user, event } = await withCategories();
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}{Enter}');
    expect(event()?.fields.category).toBe('Statement');
    await user.keyboard('{Enter}Military{Enter}');
    expect(event()?.fields.category).toBe('Military');
  });
});

describe('a date edited in place', () => {
  const whenBox = () => screen.getByRole('textbox', { name: /^When of event/ });

  it('takes ordinary words and says how it reads them while they are typed', async () => {
    const { show, user, id, event } = await withEvent();
    show(<When id={id} />);
    await user.click(screen.getByRole('button', { name: /^Add when/ }));
    await user.keyboard('early January 2026');
    expect(screen.getByRole('status').textContent).toBe('Read as 1–10 January 2026');
    await user.keyboard('{Enter}');
    expect(event()?.fields.date).toEqual({ edtf: '2026-01-01/2026-01-10', words: 'early January 2026' });
    expect(whenBox().textContent).toBe('early January 2026');
  });

  it('says what it accepts where words are no date, and stores nothing', async () => {
    const { show, user, id, event } = await withEvent();
    show(<When id={id} />);
    await user.click(screen.getByRole('button', { name: /^Add when/ }));
    await user.keyboard('soonish{Enter}');
    expect(whenBox().getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('status').textContent).toContain('Try “25 January 2026”');
    expect(event()?.fields.date).toBeNull();
  });

  it('can be emptied', async () => {
    const { show, user, id, event } = await withEvent({ date: { edtf: '2021-03-23' } });
    show(<When id={id} />);
    await user.click(whenBox());
    await user.clear(whenBox());
    await user.keyboard('{Enter}');
    expect(event()?.fields.date).toBeNull();
  });

  it('suggests a date found in the text, which only a person makes the date', async () => {
    const { show, user, id, event } = await withEvent({ text: 'Talks are set for 25 January 2026 in Cairo.' });
    show(<When id={id} />);
    expect(event()?.fields.date).toBeNull();
    await user.click(screen.getByRole('button', { name: /^Use 25 January 2026/ }));
    expect(event()?.fields.date).toEqual({ edtf: '2026-01-25' });
    expect(screen.queryByText(/Suggested/)).toBeNull();
  });
});

describe('days and numbers edited in place', () => {
  it('takes a day in words and refuses a month', async () => {
    const { show, user, session } = await openNotebook();
    show(<CapturedOn />);
    await user.click(screen.getByRole('button', { name: /^Add as of/ }));
    await user.keyboard('March 2021{Enter}');
    expect(screen.getByRole('status').textContent).toContain('one day');
    await user.clear(screen.getByRole('textbox'));
    await user.keyboard('26 March 2021{Enter}');
    expect(session.reader.story().fields.capturedOn).toBe('2021-03-26');
  });

  it('takes a number, with separators, and refuses words', async () => {
    const { show, user, session } = await openNotebook();
    show(<Declared />);
    await user.click(screen.getByRole('button', { name: /^Add sources declared/ }));
    await user.keyboard('many{Enter}');
    expect(screen.getByRole('status').textContent).toContain('a number');
    await user.clear(screen.getByRole('textbox'));
    await user.keyboard('1,053{Enter}');
    expect(session.reader.story().fields.declaredSourceCount).toBe(1053);
  });
});
