import { describe, expect, it } from 'vitest';
import { createEntry } from '../../story/commands/create-entry.ts';
import { setStoryField } from '../../story/commands/set-field.ts';
import type { EntryDraft } from '../../story/entry.ts';
import type { ImportDraft } from '../../story/import-draft.ts';
import { StoryReader } from '../../story/reading/reader.ts';
import { sectionList } from '../../story/sections.ts';
import { peer } from '../../story/testing/peers.ts';
import { readStoryText } from '../read-page.ts';
import { fullFormat } from './format.ts';
import { completeStory, completeValues } from './values.ts';
import { snapshotOf } from './snapshot.ts';
import { fullStoryJson } from './write-full.ts';
import { storyJsonFromDraft, storyJsonFromSnapshot } from './write.ts';

const options = { fileName: 'story.json', capturedOn: null };
const read = (json: unknown, capturedOn: string | null = null) =>
  readStoryText(JSON.stringify(json), { ...options, capturedOn });

function draftOf(json: unknown): ImportDraft {
  const result = read(json);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** A notebook with one entry of every section, each with every field, and something from a newer version. */
function fullNotebook(): StoryReader {
  const { doc, writer } = peer('alice');
  for (const section of sectionList) {
    const draft: EntryDraft = { ...section.fixture(), id: `${section.kind}-1`, extra: { newer: { deep: [1] } } };
    createEntry(writer, draft);
  }
  setStoryField(writer, 'title', 'A Ship Across the World’s Trade');
  setStoryField(writer, 'capturedOn', '2021-03-26');
  setStoryField(writer, 'nextTitle', 'Spring tide');
  setStoryField(writer, 'nextInDays', 2);
  setStoryField(writer, 'nextDate', { edtf: '2021-03-28', words: 'Sunday' });
  setStoryField(writer, 'overview', [{ text: 'One ' }, { text: 'vessel', bold: true }, { text: ',\ntwo banks.' }]);
  setStoryField(writer, 'declaredSourceCount', 31);
  return new StoryReader(doc);
}

describe('[IM14] plain Story JSON', () => {
  it('of nothing has every key, with null and empty lists', () => {
    const empty: ImportDraft = { format: 'page-a', fileName: '', story: {}, entries: [], unsorted: [], doubts: [] };
    expect(storyJsonFromDraft(empty)).toEqual({
      ...{ title: null, kicker: null, deck: null, capturedOn: null, nextEvent: null, overview: [] },
      ...{
        indicators: [],
        people: [],
        organizations: [],
        events: [],
        scenarios: [],
        contexts: [],
        voices: [],
        sources: [],
      },
      ...{ declaredSourceCount: null, unsorted: [] },
    });
  });

  it('has null for what an entry does not say', () => {
    const json = {
      organizations: [{ name: 'Smit Salvage' }],
      events: [{ title: 'Afloat' }],
      people: [{ name: 'Osama Rabie' }],
    };
    expect(storyJsonFromDraft(draftOf(json))).toMatchObject({
      organizations: [{ name: 'Smit Salvage', kind: null, status: null, note: null }],
      events: [{ title: 'Afloat', date: null, category: null, text: null }],
      people: [{ name: 'Osama Rabie', role: null, note: null }],
    });
  });

  it('of a notebook is the same after it is read again', () => {
    const json = storyJsonFromSnapshot(snapshotOf(fullNotebook()));
    expect(json).toMatchObject({ overview: ['One vessel,', 'two banks.'], declaredSourceCount: 31 });
    expect(storyJsonFromDraft(draftOf(json))).toEqual(json);
  });

  it('takes the day of the capture from the command where the file has none', () => {
    const nextEvent = { title: 'Spring tide', inDays: 2, date: null };
    expect(read({ title: 'A', nextEvent }, '2021-03-26')).toMatchObject({
      value: { story: { capturedOn: '2021-03-26', nextDate: { edtf: '2021-03-28' } } },
    });
    expect(read({ title: 'A', nextEvent, capturedOn: '2021-03-20' }, '2021-03-26')).toMatchObject({
      value: { story: { capturedOn: '2021-03-20', nextDate: { edtf: '2021-03-22' } } },
    });
  });

  it('trims texts and keeps everything else about them', () => {
    const draft = draftOf({ events: [{ title: '  “Two”  (ships) ', text: 'a  b' }], unsorted: ['Menu', ' '] });
    expect(draft.entries[0]?.draft.fields).toEqual({ title: '“Two”  (ships)', text: 'a  b' });
    expect(draft.unsorted).toEqual([{ text: 'Menu', under: '', line: 1 }]);
  });
});

describe('[IM15] a full export', () => {
  const reader = fullNotebook();
  const blocks = [
    { type: 'paragraph' as const, spans: [{ text: 'Delay is not ' }, { text: 'loss', bold: true as const }] },
  ];
  const texts = [{ id: 'drafts-1', blocks }];
  const json = fullStoryJson(snapshotOf(reader), texts);

  it('is plain Story JSON with more', () => {
    expect(json).toMatchObject(storyJsonFromSnapshot(snapshotOf(reader)));
    expect(json['format']).toBe(fullFormat);
  });

  it('restores every field of every entry, and its id', () => {
    const draft = draftOf(json);
    for (const section of sectionList) {
      const [entry, ...others] = draft.entries.filter((one) => one.draft.kind === section.kind);
      expect(others).toEqual([]);
      const fields = completeValues(section.fields, entry?.draft.fields ?? {});
      expect({ ...entry?.draft, fields }, section.kind).toEqual({
        kind: section.kind,
        id: `${section.kind}-1`,
        fields: section.fixture().fields,
        extra: { newer: { deep: [1] } },
      });
    }
    expect(completeStory(draft.story)).toEqual(reader.story().fields);
    expect(draft.unsorted).toEqual([]);
    expect(draft.texts).toEqual(texts);
    expect(draft.extra).toBeUndefined();
  });
});

describe('[IM16] Story JSON from elsewhere', () => {
  it('has no day where counting leads out of the calendar', () => {
    const draft = draftOf({ capturedOn: '2021-03-26', nextEvent: { title: 'Spring tide', inDays: 999_999_999_999 } });
    expect(draft.story).toMatchObject({ nextTitle: 'Spring tide', nextInDays: 999_999_999_999, nextDate: null });
  });

  it('keeps what it does not know, at every level', () => {
    const draft = draftOf({
      title: 'A',
      mood: { deep: 1 },
      choirs: [{ name: 'Nine' }],
      events: [{ title: 'Afloat', weather: 'fair', rank: 7, acronym: 'X' }],
      extra: { story: { tempo: 3 }, entries: { choirs: [{ id: 'c' }] }, other: true },
    });
    expect(draft.entries[0]?.draft.extra).toEqual({ weather: 'fair', rank_: 7, acronym: 'X' });
    expect(draft.extra).toEqual({
      mood: { deep: 1 },
      choirs: [{ name: 'Nine' }],
      tempo: 3,
      other: true,
      entries: { choirs: [{ id: 'c' }] },
    });
  });

  it('reads a field that is not a public key by its own name', () => {
    expect(draftOf({ organizations: [{ name: 'SCA', acronym: 'SCA' }] }).entries[0]?.draft.fields).toMatchObject({
      acronym: 'SCA',
    });
  });

  it.each([
    [{ title: 5 }, '“title” should be text'],
    [{ title: 'A', overview: 'text' }, '“overview” should be a list of texts'],
    [{ title: 'A', overview: ['text', 4] }, '“overview[1]” should be text'],
    [{ nextEvent: { title: 'A', inDays: 'three' } }, '“nextEvent.inDays” should be a whole number'],
    [{ capturedOn: 'March' }, '“capturedOn” should be a day, YYYY-MM-DD'],
    [{ events: {} }, '“events” should be a list'],
    [{ events: ['Afloat'] }, '“events[0]” should be an object'],
    [{ events: [{ title: 'A' }, { title: ['B'] }] }, '“events[1].title” should be text'],
    [{ events: [{ title: 'A', date: 'the 23rd' }] }, '“events[0].date” should be a date in EDTF'],
    [{ sources: [{ authors: 'me' }] }, '“sources[0].authors” should be a list of texts'],
  ])('says where it is wrong: %j', (json, message) => {
    const result = read(json);
    expect(result).toMatchObject({ ok: false, error: { reason: 'bad-json' } });
    expect(!result.ok && result.error.message).toContain(message);
  });

  it.each([
    ['{"title": "A",\n "deck": }', 'bad-json', /cannot be read/],
    [`{"title": "${'long '.repeat(20)}",\n "deck": }`, 'bad-json', /cannot be read/],
    ['{"title": "A"', 'bad-json', /too early/],
    ['[1, 2]', 'other-kind', /not a story/],
    ['{"name": "package"}', 'other-kind', /not a story/],
    [`{"title": ${'['.repeat(200)}${']'.repeat(200)}}`, 'too-deep', /too deeply/],
  ])('is refused where it is none: %s', (text, reason, message) => {
    const result = readStoryText(text, options);
    expect(result).toMatchObject({ ok: false, error: { reason } });
    expect(!result.ok && result.error.message).toMatch(message);
  });

  it('cannot reach the objects of the program', () => {
    const result = readStoryText(
      '{"title":"A","__proto__":{"polluted":1},"events":[{"title":"B","__proto__":{"polluted":1}}]}',
      options,
    );
    expect(result.ok).toBe(true);
    expect({}).not.toHaveProperty('polluted');
  });
});
