import { describe, expect, it } from 'vitest';
import type { Action } from '../../session/actions.ts';
import { allGroups, findActions, foundGroups } from './palette-items.ts';

const action = (id: string, title: string, group: string, more: Partial<Action> = {}): Action => ({
  id,
  title,
  group,
  run: () => undefined,
  ...more,
});

const offered = [
  action('view.timeline', 'Go to Timeline', 'Go to', { shortcut: 'Mod+2' }),
  action('draft.new', 'New draft', 'Drafts', { keywords: ['write', 'analysis'] }),
  action('brief.export', 'Export brief…', 'Brief'),
];

const titles = (groups: readonly { items: readonly { title: string }[] }[]): readonly string[] =>
  groups.flatMap(({ items }) => items.map(({ title }) => title));

describe('allGroups', () => {
  it('shows every action once, by group', () => {
    expect(allGroups(offered, []).map(({ title }) => title)).toEqual(['Go to', 'Drafts', 'Brief']);
  });

  it('puts going places first and settings last, whoever offered them first', () => {
    const groups = allGroups([action('theme.dark', 'Dark', 'Settings'), action('x', 'X', 'Sources'), ...offered], []);
    expect(groups.map(({ title }) => title)).toEqual(['Go to', 'Sources', 'Drafts', 'Brief', 'Settings']);
  });

  it('puts what was run lately first, and not a second time below', () => {
    const groups = allGroups(offered, ['brief.export', 'gone', 'draft.new']);
    expect(groups[0]).toMatchObject({ title: 'Recent' });
    expect(titles(groups)).toEqual(['Export brief…', 'New draft', 'Go to Timeline']);
  });

  it('lets the latest action of an id stand for the earlier ones', () => {
    const groups = allGroups([...offered, action('draft.new', 'New draft here', 'Drafts')], []);
    expect(titles(groups)).toContain('New draft here');
    expect(titles(groups)).not.toContain('New draft');
  });
});

describe('findActions', () => {
  it('leads to a place before it does something else with what the place is called after', () => {
    const importing = action('table.open', 'Import timeline…', 'Import', { keywords: ['timeline', 'timelinejs'] });
    expect(findActions([importing, ...offered], 'timline').map(({ title }) => title)[0]).toBe('Go to Timeline');
  });

  it('puts what begins as typed before a place that only resembles it', () => {
    const close = action('notebook.close', 'Close notebook', 'Notebook');
    const find = action('edit.find', 'Find in this notebook', 'Go to');
    expect(findActions([find, close, ...offered], 'Close notebook').map(({ title }) => title)[0]).toBe(
      'Close notebook',
    );
  });

  it('finds by title, other words and with a misspelling', () => {
    expect(findActions(offered, 'timeline')[0]?.id).toBe('view.timeline');
    expect(findActions(offered, 'analysis')[0]?.id).toBe('draft.new');
    expect(findActions(offered, 'timline')[0]?.id).toBe('view.timeline');
  });

  it('finds nothing for what is no action', () => {
    expect(findActions(offered, 'quokka')).toEqual([]);
  });
});

describe('foundGroups', () => {
  const entry = { id: 'entry/events/a', title: 'Salvage firm named', run: () => undefined };

  it('puts commands first where one of their words begins as typed', () => {
    const groups = foundGroups('time', findActions(offered, 'time'), [entry]);
    expect(groups.map(({ title }) => title)).toEqual(['Commands', 'In this notebook']);
  });

  it('puts entries first where commands only resemble what was typed, and leaves out what is empty', () => {
    const alike = findActions(offered, 'timline');
    expect(foundGroups('timline', alike, [entry]).map(({ title }) => title)).toEqual(['In this notebook', 'Commands']);
    expect(foundGroups('salv', [], [entry]).map(({ title }) => title)).toEqual(['In this notebook']);
  });
});
