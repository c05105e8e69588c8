import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEntry } from '../story/commands/create-entry.ts';
import { setStoryField } from '../story/commands/set-field.ts';
import { StoryReader } from '../story/reading/reader.ts';
import { sectionList } from '../story/sections.ts';
import { peer } from '../story/testing/peers.ts';
import { SearchEngine } from './engine.ts';
import { allRefs, entryRecord, storyRecord } from './records.ts';
import type { SearchRecord } from './records.ts';
import { markWords, snippet } from './snippet.ts';

function record(id: string, names: string, body = ''): SearchRecord {
  return { key: `events/${id}`, kind: 'events', id, title: names, names, body };
}

function engine(...records: readonly SearchRecord[]): SearchEngine {
  const search = new SearchEngine();
  search.put(records);
  return search;
}

const ids = (search: SearchEngine, query: string): readonly string[] => search.search(query).hits.map((hit) => hit.id);

describe('search', () => {
  it('[ST12] finds every section’s fixture by each of its words, notes and story included', () => {
    const { doc, writer } = peer('alice');
    const refs = sectionList.map((section) => createEntry(writer, section.fixture()));
    setStoryField(writer, 'overview', [
      { text: 'A gust across the ' },
      { text: 'southern', bold: true },
      { text: ' reach' },
    ]);
    const reader = new StoryReader(doc);
    const search = engine(
      storyRecord(reader),
      ...allRefs(reader).flatMap((ref) => entryRecord(reader, ref, () => '') ?? []),
    );
    for (const [index, section] of sectionList.entries()) {
      const fixture = section.fixture();
      for (const [name, field] of Object.entries(section.fields)) {
        const words = field.plain(fixture.fields[name]);
        const usual = field.type === 'choice' && fixture.fields[name] === field.empty;
        if (words !== '' && !usual) expect(ids(search, words), `${section.kind}.${name}`).toContain(refs[index]?.id);
      }
    }
    expect(ids(search, 'southern reach')[0]).toBe('story');
  });

  it('forgives a misspelling and finds by the beginning of a word', () => {
    const search = engine(record('a', 'Salvage firm named'), record('b', 'Spring tide raises the water'));
    expect(ids(search, 'salvaeg firm')).toEqual(['a']);
    expect(ids(search, 'spr')).toEqual(['b']);
    expect(ids(search, 'sprign tide')).toEqual(['b']);
  });

  it('ignores case and accents', () => {
    expect(ids(engine(record('a', 'Présidence à Évian')), 'presidence evian')).toEqual(['a']);
  });

  it('puts records first in which the words stand together, and asks for it where they are quoted', () => {
    const search = engine(
      record('apart', 'Tide', 'The tide was high and the spring late. Tide after tide, spring after spring.'),
      record('together', 'Dredger', 'Long text about work at the bow until the spring tide of the 28th.'),
    );
    expect(ids(search, 'spring tide')[0]).toBe('together');
    expect(ids(search, '"the spring tide"')).toEqual(['together']);
  });

  it('takes the last word of a phrase for the beginning of one, and a quoted one for whole', () => {
    const search = engine(
      record('apart', 'Présidence', 'Évian, Évian, évidence: spring after spring of a présidence, and the tide.'),
      record(
        'together',
        'Dredger',
        'Long text about work at the bow until the spring tide and the présidence à Évian.',
      ),
    );
    expect(ids(search, 'spring ti')[0]).toBe('together');
    expect(ids(search, 'presidence a ev')[0]).toBe('together');
    expect(ids(search, '"pres"')).toEqual([]);
    expect(ids(search, '"presidence a evian"')).toEqual(['together']);
  });

  it('follows changes and removals', () => {
    const search = engine(record('a', 'Tugs'), record('b', 'Tugs'));
    search.put([record('a', 'Dredgers')]);
    search.remove(['events/b', 'events/unknown']);
    expect(ids(search, 'tugs')).toEqual([]);
    expect(ids(search, 'dredgers')).toEqual(['a']);
    expect(search.size).toBe(1);
  });

  it('says where the hit stands', () => {
    const body = `${'Filler words before. '.repeat(40)}The bow is deep in clay. ${'Filler after. '.repeat(40)}`;
    const [hit] = engine(record('a', 'Bow', body)).search('deep clay').hits;
    expect(hit?.snippet?.filter((part) => part.marked).map((part) => part.text)).toEqual(['deep', 'clay']);
    expect(hit?.find).toBe('deep');
  });

  it('never loses a character when marking, and marks only whole words', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (text, terms) => {
        expect(
          markWords(text, new Set(terms))
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
    );
    expect(markWords('clay claymore', new Set(['clay']))).toEqual([
      { text: 'clay', marked: true },
      { text: ' claymore', marked: false },
    ]);
  });

  it('survives any query', () => {
    const search = engine(record('a', 'Tugs', 'Work at the bow'));
    fc.assert(fc.property(fc.string(), (query) => search.search(query).total >= 0));
    expect(snippet('', new Set(['a']))).toBeNull();
  });
});
