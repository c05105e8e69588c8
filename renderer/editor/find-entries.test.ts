import { expect, test } from 'vitest';
import { createEntry } from '../../shared/story/commands/create-entry.ts';
import { deleteEntries } from '../../shared/story/commands/delete-entry.ts';
import { setField } from '../../shared/story/commands/set-field.ts';
import { StoryReader } from '../../shared/story/reading/reader.ts';
import { peer } from '../../shared/story/testing/peers.ts';
import { EntryFinder, waysOf } from './find-entries.ts';

test('entries are found by what they are called now, misspelt or not; drafts, notes and deleted ones are not', () => {
  const { doc, writer } = peer('mara');
  const finder = new EntryFinder(new StoryReader(doc));
  const titles = (words: string): readonly string[] => finder.find(words).map((one) => `${one.what}: ${one.title}`);
  const master = createEntry(writer, { kind: 'people', fields: { name: 'Salvage master' } });
  createEntry(writer, { kind: 'events', fields: { title: 'The ship grounds at kilometre 151' } });
  createEntry(writer, { kind: 'drafts', fields: { title: 'Salvage memo' } });
  expect(titles('salvige mas')).toEqual(['Person: Salvage master']);
  expect(titles('grounds')).toEqual(['Event: The ship grounds at kilometre 151']);
  expect(titles('')).toHaveLength(2);
  setField(writer, { ...master, kind: 'people' }, 'name', 'Captain of the tug');
  expect(titles('salvage')).toEqual([]);
  expect(titles('tug')).toEqual(['Person: Captain of the tug']);
  deleteEntries(writer, [master]);
  expect(titles('tug')).toEqual([]);
});

test('sources and passages are cited, people and events named or cited, fiction only named', () => {
  const { doc, writer } = peer('mara');
  const finder = new EntryFinder(new StoryReader(doc));
  const make = (kind: string, fields: Readonly<Record<string, unknown>>) => createEntry(writer, { kind, fields });
  const quote = (exact: string) => ({ exact, prefix: '', suffix: '' });
  make('people', { name: 'Salvage master' });
  make('voices', { name: 'Ferdinand de Lesseps' });
  const log = make('sources', { title: 'Port log' });
  make('passages', { source: log, quote: quote('strong winds') });
  make('passages', { source: log, quote: quote('forty knots') });
  make('passages', { source: { kind: 'sources', id: 'gone' }, quote: quote('gone with its source') });
  const ways = (words: string) => finder.find(words).map((one) => [one.what, ...waysOf(one)]);
  expect(ways('salvage')).toEqual([['Person', 'refer', 'cite']]);
  expect(ways('lesseps')).toEqual([['Fictional voice', 'refer']]);
  expect(ways('port log')).toEqual([['Source', 'cite', 'refer']]);
  expect(ways('knots')).toEqual([['Passage, Port log', 'cite']]);
  const cited = (words: string): readonly string[] => finder.find(words, 'cite').map(({ title }) => title);
  expect(cited('')).toEqual(['forty knots', 'strong winds', 'Port log', 'Salvage master']);
  expect(cited('lesseps')).toEqual([]);
  expect(cited('gone with')).toEqual([]);
});
