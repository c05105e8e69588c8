import { describe, expect, it } from 'vitest';
import type { Change, ManyChanges, OneChange } from '../../shared/history/change.ts';
import type { EntryDifference } from '../../shared/history/comparison.ts';
import { countedDifferences, stateWords, takeWords } from './comparison-words.ts';
import { absenceWords } from './briefing/briefing-words.ts';
import { byDay, dayHeading, endOfDay, momentInFull } from './day-words.ts';
import { filterOf, momentOf, placeOf } from './history-filter.ts';
import { howWords, whatWords, whoWords } from './history-words.ts';
import { authorsWords, doneWords } from './news-words.ts';
import { daysAgo, sinceDay, sinceWords } from './since.ts';
import { placeAt } from './use-moments.ts';
import type { HistoryMoment } from './use-moments.ts';

const noon = new Date(2026, 2, 3, 12).getTime();
const made = {
  id: '1',
  first: 1,
  last: 1,
  from: noon,
  at: noon,
  kept: noon,
  author: 'Mara',
  authorId: null,
  session: 'one',
  origin: 'edit',
} as const;
const ref = { kind: 'events', id: 'e' };
const one: OneChange = {
  ...made,
  type: 'one',
  subject: { type: 'entry', ref },
  title: 'The ship grounds',
  verb: 'changed',
  field: { name: 'text', label: 'Description', type: 'prose' },
  difference: null,
};
const many: ManyChanges = {
  ...made,
  type: 'many',
  origin: 'import',
  counts: [
    { kind: 'events', verb: 'created', count: 27 },
    { kind: 'people', verb: 'changed', count: 1 },
  ],
  storyFields: 2,
  begins: false,
};

describe('what a change is called', () => {
  it('says what was done to which entry, or leaves the entry out where it is known', () => {
    expect(whatWords(one, 'named')).toBe('Changed “Description” of event “The ship grounds”');
    expect(whatWords(one, 'known')).toBe('Changed “Description”');
    expect(whatWords({ ...one, verb: 'created', field: null }, 'named')).toBe('Added event “The ship grounds”');
    expect(whatWords({ ...one, verb: 'deleted', field: null }, 'named')).toBe(
      'Moved to the trash: event “The ship grounds”',
    );
    expect(whatWords({ ...one, verb: 'deleted', field: null }, 'known')).toBe('Moved to the trash');
    expect(whatWords({ ...one, subject: { type: 'story' } }, 'named')).toBe('Changed “Description” of the story');
    const text = { name: 'text', label: 'Text', type: 'draft' } as const;
    const draft = { ...one, subject: { type: 'draft', ref: { kind: 'drafts', id: 'd' } }, field: text } as const;
    expect(whatWords(draft, 'known')).toBe('Changed the text');
  });

  it('sums up what was done at one stroke', () => {
    expect(whatWords(many, 'named')).toBe(
      'Brought in from a page: 27 events, 1 person changed, 2 parts of the story’s head',
    );
    const counts = [
      { kind: 'contexts', verb: 'created', count: 3 },
      { kind: 'unsorted', verb: 'created', count: 9 },
    ] as const;
    expect(whatWords({ ...many, counts, storyFields: 0 }, 'named')).toBe(
      'Brought in from a page: 3 historical contexts, 9 unsorted texts',
    );
    expect(whatWords({ ...many, begins: true, counts: [], storyFields: 0 }, 'named')).toBe(
      'The notebook was begun here',
    );
  });

  it('says who and how, also where nobody said a name', () => {
    expect([whoWords(one), howWords(one)]).toEqual(['Mara', '']);
    expect(whoWords({ author: '', origin: 'edit' })).toBe('You');
    expect(whoWords({ author: '', origin: 'remote' })).toBe('Somebody unnamed');
    expect(howWords({ origin: 'undo' })).toBe('undone');
  });
});

describe('days', () => {
  it('are headed as people call them', () => {
    const now = new Date(2026, 2, 4, 9);
    expect(dayHeading(now.getTime(), now)).toBe('Today');
    expect(dayHeading(noon, now)).toBe('Yesterday');
    expect(dayHeading(new Date(2026, 1, 1).getTime(), now)).toBe('Sunday 1 February');
    expect(dayHeading(new Date(2025, 1, 1).getTime(), now)).toBe('Saturday 1 February 2025');
    expect(momentInFull(noon)).toBe('3 March 2026, 12:00');
  });

  it('group what comes in order, and end a millisecond before the next', () => {
    const times = [noon, noon - 1, noon - 86_400_000];
    expect(byDay(times, (time) => time).map(([, all]) => all.length)).toEqual([2, 1]);
    expect(endOfDay('2026-03-03')).toBe(new Date(2026, 2, 4).getTime() - 1);
  });
});

describe('the moments of the slider', () => {
  const moments = [10, 20, 30].map((kept): HistoryMoment => ({ kept, at: kept, who: '', what: '' }));

  it('are found by time: the last one at or before it', () => {
    expect([5, 10, 19, 20, 99].map((time) => placeAt(moments, time))).toEqual([0, 0, 0, 1, 2]);
    expect(placeAt([], 5)).toBe(0);
  });
});

describe('an earlier state as a place of the window', () => {
  it('is read back as it was written, and nothing else is taken for one', () => {
    for (const moment of [{ type: 'kept', kept: noon } as const, { type: 'backup', name: '2026.snapshot' } as const])
      expect(momentOf(placeOf(moment))).toEqual(moment);
    for (const place of ['', 'kept:', 'kept:soon', 'kept:1.5', 'other:1']) expect(momentOf(place)).toBeNull();
  });
});

describe('filtering changes', () => {
  const accepts = (change: Change, who: string, kind: string): boolean => filterOf(who, kind)?.accepts(change) ?? true;

  it('goes by person and part, also in what was done at one stroke', () => {
    expect(filterOf('', '')).toBeNull();
    expect([accepts(one, 'Mara', ''), accepts(one, 'Ilir', '')]).toEqual([true, false]);
    expect([accepts(one, '', 'events'), accepts(one, '', 'people')]).toEqual([true, false]);
    expect([accepts(many, '', 'people'), accepts(many, '', 'story'), accepts(many, '', 'voices')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(accepts({ ...one, subject: { type: 'story' } }, '', 'story')).toBe(true);
  });
});

describe('what differs and what is new', () => {
  const entry: EntryDifference = {
    ref,
    title: 'The ship grounds',
    state: 'changed',
    fields: [{ name: 'text', label: 'Description', type: 'prose' }],
    moved: true,
    draftText: false,
  };

  it('is counted and named', () => {
    const field = { name: 'title', label: 'Title', type: 'line' } as const;
    expect(countedDifferences({ story: [], sections: [], entries: 0 })).toBe('Nothing differs.');
    expect(countedDifferences({ story: [field], sections: [], entries: 0 })).toBe('1 part of the head differs.');
    expect(countedDifferences({ story: [field], sections: [], entries: 1 })).toBe(
      '1 entry and 1 part of the head differ.',
    );
    expect(stateWords(entry)).toBe('Changed since: description; moved');
    expect(stateWords({ ...entry, fields: [] })).toBe('Moved since');
    expect(takeWords({ ...entry, state: 'only-present' })).toBe('Move to the trash');
  });

  it('says who did it', () => {
    expect(authorsWords([], 'you')).toBe('you');
    expect(authorsWords(['Mara', ''], 'you')).toBe('Mara and you');
    expect(authorsWords(['A', 'B', 'C', 'D'], 'you')).toBe('A, B and 2 others');
    const item = { ref, title: '', verb: 'changed', fields: [], authors: [], at: noon } as const;
    expect(doneWords(item)).toBe('changed');
    expect(doneWords({ ...item, verb: 'deleted' })).toBe('moved to the trash');
  });

  it('is asked for since a day', () => {
    const now = new Date(2026, 2, 4, 9);
    expect(daysAgo(1, now)).toEqual({ type: 'kept', kept: new Date(2026, 2, 3).getTime(), words: 'yesterday' });
    expect(sinceWords(daysAgo(7, now))).toBe('What changed since 25 February 2026');
    expect(sinceWords(sinceDay('2021-03-01'))).toBe('What changed since 1 March 2021');
    expect(sinceWords({ type: 'looked', row: 3 })).toBe('What changed since you last looked');
  });
});

describe('an absence', () => {
  const minute = 60_000;

  it('is told with its hours, and with its days where it was longer', () => {
    expect(absenceWords({ since: noon, until: noon + 80 * minute })).toBe('Away from 12:00 to 13:20');
    expect(absenceWords({ since: noon, until: noon + 24 * 60 * minute })).toMatch(
      /^Away from .+, 12:00, to .+, 12:00$/,
    );
  });

  it('of a few seconds is no span from a minute to the same minute', () => {
    expect(absenceWords({ since: noon, until: noon + 1000 })).toBe('Away for less than a minute, at 12:00');
  });
});
