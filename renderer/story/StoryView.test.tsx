import { act, cleanup, screen, within } from '@testing-library/react';
import * as Y from 'yjs';
import { afterEach, describe, expect, it } from 'vitest';
import { createEntry } from '../../shared/story/commands/create-entry.ts';
import { setStoryField } from '../../shared/story/commands/set-field.ts';
import { entriesMap } from '../../shared/story/document.ts';
import { sectionList } from '../../shared/story/sections.ts';
import { openNotebook } from '../fields/testing/open-notebook.suite.tsx';
import { contextsView } from '../sections/contexts/index.ts';
import { eventsView } from '../sections/events/index.ts';
import { indicatorsView } from '../sections/indicators/index.ts';
import { organizationsView } from '../sections/organizations/index.ts';
import { peopleView } from '../sections/people/index.ts';
import { scenariosView } from '../sections/scenarios/index.ts';
import { unsortedView } from '../sections/unsorted/index.ts';
import { StoryView } from './StoryView.tsx';

afterEach(cleanup);

const views = {
  contexts: contextsView,
  events: eventsView,
  indicators: indicatorsView,
  organizations: organizationsView,
  people: peopleView,
  scenarios: scenariosView,
  unsorted: unsortedView,
};

async function withFixtures() {
  const notebook = await openNotebook();
  const { writer } = notebook.session;
  for (const section of sectionList) createEntry(writer, { ...section.fixture(), id: `the-${section.kind}` });
  setStoryField(writer, 'title', 'Six Days in the Canal');
  setStoryField(writer, 'capturedOn', '2021-03-26');
  setStoryField(writer, 'nextTitle', 'Spring tide');
  setStoryField(writer, 'nextInDays', 2);
  setStoryField(writer, 'declaredSourceCount', 53);
  return notebook;
}

const region = (name: string) => within(screen.getByRole('region', { name }));

describe('the Story view', () => {
  it('has every section of the page in its place', async () => {
    const { show } = await withFixtures();
    show(<StoryView views={views} />);
    expect(screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent)).toEqual([
      ...['Key indicators', 'People', 'Organizations', 'Timeline', 'Scenarios', 'Historical context'],
      ...['Sources', 'Unsorted'],
    ]);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Six Days in the Canal');
  });

  it('narrows to what is disputed and to what nothing supports, and shows no section in which nothing fits', async () => {
    const { show, session, user } = await withFixtures();
    const { writer } = session;
    createEntry(writer, { kind: 'people', id: 'other', fields: { name: 'Salvage master' } });
    const from = { kind: 'sources', id: 'the-sources' };
    const to = { kind: 'people', id: 'other', field: 'role' };
    createEntry(writer, { kind: 'evidence', fields: { from, to, relation: 'disputes' } });
    show(<StoryView views={views} />);
    const sections = () => screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent);
    await user.click(screen.getByRole('button', { name: 'Disputed' }));
    expect(sections()).toEqual(['People', 'Sources']);
    expect(region('People').getByText('1 of 2')).toBeTruthy();
    expect(region('People').getByText('1 disputes')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Unsupported' }));
    expect(sections()).toEqual([
      ...['Key indicators', 'People', 'Organizations', 'Timeline', 'Scenarios', 'Historical context', 'Sources'],
    ]);
    await user.click(screen.getByRole('button', { name: 'Everything' }));
    expect(sections()).toContain('Unsorted');
  });

  it('shows every field of an entry that pages print', async () => {
    const { show } = await withFixtures();
    show(<StoryView views={views} />);
    const shown = document.body.textContent;
    for (const section of sectionList) {
      if (!(section.kind in views)) continue;
      const { fields } = section.fixture();
      for (const [name, field] of Object.entries(section.fields)) {
        const words = field.type === 'line' || field.type === 'prose' ? field.plain(fields[name]) : '';
        if (field.internal !== true) expect(shown, `${section.kind}.${name}`).toContain(words);
      }
    }
  });

  it('counts down from the day of capture, says when the day has passed, and sets the date in words', async () => {
    const { show, user, session } = await withFixtures();
    show(<StoryView views={views} />);
    const next = within(screen.getByRole('group', { name: 'Next expected event' }));
    expect(next.getByText('In 2 days')).toBeTruthy();
    expect(next.getByText(/^That was 28 March 2021/)).toBeTruthy();
    await user.click(next.getByText('In 2 days'));
    await user.clear(next.getByRole('textbox', { name: 'Expected on of the story' }));
    await user.keyboard('30 March{Enter}');
    expect(next.getByText('In 4 days')).toBeTruthy();
    expect(session.reader.story().fields).toMatchObject({ nextDate: { edtf: '2021-03-30' }, nextInDays: 4 });
    act(() => void session.undo.undo());
    expect(session.reader.story().fields).toMatchObject({ nextDate: null, nextInDays: 2 });
  });

  it('says how many sources the page declares beside those known here', async () => {
    const { show, view, user } = await withFixtures();
    show(<StoryView views={views} />);
    expect(region('Sources').getByText('1 in this notebook')).toBeTruthy();
    expect(region('Sources').getByText('53')).toBeTruthy();
    await user.click(region('Sources').getByRole('button', { name: 'Open sources' }));
    expect(view.place().view).toBe('sources');
  });

  it('says what only a newer version knows', async () => {
    const { show, session } = await withFixtures();
    entriesMap(session.doc, 'rumours').set('one', new Y.Map());
    show(<StoryView views={views} />);
    expect(screen.getByRole('note').textContent).toContain('rumours (1)');
  });

  it('files an unsorted text into a section, as one step that undo takes back', async () => {
    const { show, session, user } = await withFixtures();
    show(<StoryView views={views} />);
    await user.click(region('Unsorted').getByRole('button', { name: /^File as/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'Organization' }));
    expect(session.reader.ids('unsorted')).toEqual([]);
    expect(screen.queryByRole('region', { name: 'Unsorted' })).toBeNull();
    expect(session.reader.list('organizations').map(({ fields }) => fields.name)).toContain(
      'Subscribe for updates on shipping',
    );
    act(() => void session.undo.undo());
    expect(session.reader.ids('unsorted')).toEqual(['the-unsorted']);
    expect(session.reader.ids('organizations')).toEqual(['the-organizations']);
  });

  it('files an unsorted text at the end of the overview', async () => {
    const { show, session, user } = await withFixtures();
    setStoryField(session.writer, 'overview', [{ text: 'A ship ' }, { text: 'swung', bold: true }]);
    show(<StoryView views={views} />);
    await user.click(region('Unsorted').getByRole('button', { name: /^File as/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'Paragraph of the overview' }));
    expect(session.reader.story().fields.overview).toEqual([
      { text: 'A ship ' },
      { text: 'swung', bold: true },
      { text: '\nSubscribe for updates on shipping' },
    ]);
  });
});
