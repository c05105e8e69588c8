import { describe, expect, it } from 'vitest';
import type { BriefBlock, BriefContext } from '../brief-block.ts';
import type { StoryDate } from '../dates/index.ts';
import type { LogItem } from '../fields.ts';
import { storyFields } from '../story-fields.ts';
import type { StoryValues } from '../story-fields.ts';
import { briefEvents } from './events/brief.ts';
import { briefIndicators } from './indicators/brief.ts';
import { briefOrganizations } from './organizations/brief.ts';
import { briefPeople } from './people/brief.ts';
import { briefScenarios } from './scenarios/brief.ts';
import { briefSources } from './sources/brief.ts';

function context(declaredSourceCount: number | null = null): BriefContext {
  const empty = Object.fromEntries(Object.entries(storyFields).map(([name, field]) => [name, field.empty]));
  // Every field of the story has its empty value.
  const story = { ...(empty as unknown as StoryValues), declaredSourceCount };
  return {
    asOf: '2021-03-26',
    story,
    depth: 'full',
    period: { from: null, to: null },
    draft: null,
    conflicts: [],
    titleOf: ({ id }) => (id === 'canal-authority' ? 'Canal authority' : null),
  };
}

function only<T extends BriefBlock['type']>(blocks: readonly BriefBlock[] | null, type: T) {
  const found = (blocks ?? []).find((block): block is Extract<BriefBlock, { type: T }> => block.type === type);
  if (found === undefined) throw new Error(`no ${type}`);
  return found;
}

const on = (edtf: string) => ({ edtf });
const logged = (value: string, edtf: string | null) => ({ value, on: edtf === null ? null : on(edtf), recordedAt: '' });

describe('[BR3] indicators', () => {
  const indicator = { value: '237', label: 'Vessels waiting', detail: '', unit: 'vessels', scope: 'Canal' };
  interface More {
    readonly unit?: string;
    readonly scope?: string;
    readonly asOf?: StoryDate | null;
    readonly earlier?: readonly LogItem[];
  }
  const notesOf = (more: More) => {
    const fields = { ...indicator, asOf: on('2021-03-26'), earlier: [], ...more };
    return only(briefIndicators([{ kind: 'indicators', id: 'a', fields }], context()), 'figures').figures[0]?.notes;
  };

  it('say unit, scope and day, and no unit that is named already', () => {
    expect(notesOf({})).toEqual(['Canal · as of 26 March 2021']);
    expect(notesOf({ unit: 'ships', scope: '' })).toEqual(['Ships · as of 26 March 2021']);
    expect(notesOf({ unit: '', scope: '', asOf: null })).toEqual([]);
  });

  it('keep what they were, latest first', () => {
    expect(notesOf({ earlier: [logged('185', '2021-03-24'), logged('206', null)] })?.[1]).toBe(
      'Earlier: 206, 185 (24 March 2021)',
    );
  });
});

describe('[BR3] scenarios', () => {
  const metaOf = (...probability: readonly ReturnType<typeof logged>[]) =>
    only(
      briefScenarios(
        [
          {
            kind: 'scenarios',
            id: 'a',
            fields: { title: 'Refloated', discussedBy: 'salvors', text: '', trigger: '', probability },
          },
        ],
        context(),
      ),
      'articles',
    ).articles[0]?.meta;

  it.each([
    [[], 'Discussed by salvors'],
    [[logged('55%', null)], 'Discussed by salvors · 55%'],
    [
      [logged('40%', '2021-03-25'), logged('55%', '2021-03-26')],
      'Discussed by salvors · 55% on 26 March 2021, up from 40%',
    ],
    [[logged('55 %', null), logged('40%', null)], 'Discussed by salvors · 40%, down from 55 %'],
    [[logged('40%', null), logged('40%', null)], 'Discussed by salvors · 40%, unchanged'],
    [[logged('10–20%', null), logged('likely', null)], 'Discussed by salvors · likely, earlier 10–20%'],
  ])('say how likely they are held to be, and what that was before: %j', (log, meta) => {
    expect(metaOf(...log)).toBe(meta);
  });
});

describe('[BR5] sources', () => {
  const source = {
    title: 'Statement',
    authors: ['Press office'],
    publisher: 'Canal authority',
    published: on('2021-03-25'),
    accessed: on('2021-03-26'),
    address: 'https://canal.example/7',
    language: 'en',
    reliability: 'b' as const,
  };
  const entry = { kind: 'sources', id: 'a', fields: source };

  it('are listed with their grade in words', () => {
    expect(only(briefSources([entry], context()), 'references').references[0]).toEqual({
      ref: { kind: 'sources', id: 'a' },
      title: 'Statement',
      address: 'https://canal.example/7',
      meta: 'Press office · Canal authority · 25 March 2021',
      note: 'Usually reliable · Accessed 26 March 2021',
    });
  });

  it.each([
    [[], null, null],
    [[], 53, 'The page declared 53 sources and named none of them.'],
    [[], 1, 'The page declared 1 source and named none of them.'],
    [[entry], 53, 'The page declared 53 sources; the one known to this notebook follows.'],
    [[entry, entry], 53, 'The page declared 53 sources; the 2 known to this notebook follow.'],
  ])('are compared with what the page declared: %# ', (entries, declared, words) => {
    const blocks = briefSources(entries, context(declared));
    if (words === null) expect(blocks).toBeNull();
    else expect(only(blocks, 'remark').text).toBe(words);
  });

  it('are not remarked upon where all are known', () => {
    expect(briefSources([entry], context(1))?.map(({ type }) => type)).toEqual(['references']);
  });
});

describe('[BR3] events, people and organizations', () => {
  it('name the actors that are in the notebook', () => {
    const actors = [
      { kind: 'organizations', id: 'canal-authority' },
      { kind: 'people', id: 'gone' },
    ];
    const fields = {
      title: '',
      date: on('2021-03-23'),
      time: '07:40',
      zone: 'local',
      category: 'Salvage',
      text: '',
      actors,
      nature: 'allegation' as const,
      expected: 'expected' as const,
    };
    expect(only(briefEvents([{ kind: 'events', id: 'a', fields }], context()), 'timeline').events[0]).toMatchObject({
      title: 'Untitled event',
      when: '23 March 2021',
      clock: '07:40 local',
      expected: true,
      nature: 'Allegation',
      actors: ['Canal authority'],
    });
  });

  it('give the day of a stance only where there is one', () => {
    const person = {
      name: 'Osama Rabie',
      spellings: ['Ossama Rabiee', ''],
      role: 'Chairman',
      note: '',
      stanceOn: on('2021-03-25'),
    };
    const row = (note: string) =>
      only(briefPeople([{ kind: 'people', id: 'a', fields: { ...person, note } }], context()), 'rows').rows[0];
    expect(row('')?.notes).toEqual([]);
    expect(row('Works on')).toMatchObject({ also: 'Ossama Rabiee', notes: ['As of 25 March 2021'] });
  });

  it('do not repeat an acronym that is in the name', () => {
    const organization = {
      name: 'Suez Canal Authority (SCA)',
      acronym: 'SCA',
      spellings: ['Canal Authority'],
      kind: '',
      status: 'Working',
      note: '',
    };
    const row = only(briefOrganizations([{ kind: 'organizations', id: 'a', fields: organization }], context()), 'rows')
      .rows[0];
    expect(row).toMatchObject({ also: 'Canal Authority', notes: ['Status: Working'] });
  });
});
