import { expect, it } from 'vitest';
import { createEntry } from '../../../shared/story/commands/create-entry.ts';
import { setField } from '../../../shared/story/commands/set-field.ts';
import { StoryReader } from '../../../shared/story/reading/reader.ts';
import { peer } from '../../../shared/story/testing/peers.ts';
import { KnownNames } from './known-names.ts';

it('knows the names of people and organizations, and the places in titles, as they are now', () => {
  const { doc, writer } = peer('mara');
  const reader = new StoryReader(doc);
  const names = new KnownNames(reader);
  const stop = names.onChange(() => undefined);
  const person = createEntry(writer, { kind: 'people', fields: { name: 'Jorun van der Thrandsdatter' } });
  createEntry(writer, { kind: 'events', fields: { title: 'Dredger grounds off Shandura' } });
  createEntry(writer, { kind: 'annotations', fields: { text: [{ text: 'Teh first words of a note' }] } });
  expect(['Thrandsdatter', "Thrandsdatter's", 'van', 'Shandura'].filter((word) => !names.has(word))).toEqual([]);
  expect(['Teh', 'grounds', 'thrandsdatter'].filter((word) => names.has(word))).toEqual([]);
  setField(writer, { kind: 'people', id: person.id }, 'name', 'Ilir Kola');
  expect(names.has('Thrandsdatter')).toBe(false);
  expect(names.has('Kola')).toBe(true);
  stop();
});
